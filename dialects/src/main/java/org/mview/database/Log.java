package org.mview.database;

/**
 * Where we say what we do: SLF4J if the application has it, else the logging of the JDK, so that
 * our jar runs with nothing beside it.
 */
public abstract class Log {
  private static final boolean SLF4J = isPresent("org.slf4j.LoggerFactory");

  /** The log of a class. */
  public static Log of(Class<?> of) {
    return SLF4J ? new Slf4jLog(of) : new JdkLog(of);
  }

  /** Statements of ours. */
  public abstract void debug(String message);

  /** What went wrong, and does no harm to what the application does. */
  public abstract void warn(String message, Throwable cause);

  private static boolean isPresent(String name) {
    try {
      Class.forName(name, false, Log.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
