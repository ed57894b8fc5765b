package org.mview.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs by what the JDK has. */
final class JdkLog extends Log {
  private final Logger logger;

  JdkLog(Class<?> of) {
    logger = System.getLogger(of.getName());
  }

  @Override
  public void debug(String message) {
    logger.log(Level.DEBUG, message);
  }

  @Override
  public void warn(String message, Throwable cause) {
    logger.log(Level.WARNING, message, cause);
  }
}
