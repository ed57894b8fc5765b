package org.mview.concurrency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/**
 * Another program with our driver: it has the classes a second time, so what its sessions know of
 * the views they have read themselves.
 */
final class OtherProgram implements AutoCloseable {
  private final URLClassLoader classes;
  private final Driver driver;

  OtherProgram() {
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(OtherProgram::url)
            .toArray(URL[]::new);
    classes = new URLClassLoader(path, new SameDatabases());
    try {
      driver =
          classes
              .loadClass("org.mview.driver.MViewDriver")
              .asSubclass(Driver.class)
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Of databases in memory there is one for each H2, or HSQLDB, that is loaded, and a file of
   * DuckDB is one program's: both programs have the same.
   */
  private static final class SameDatabases extends ClassLoader {
    SameDatabases() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.h2.")
          || name.startsWith("org.hsqldb.")
          || name.startsWith("org.duckdb.")) {
        return OtherProgram.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  Connection connect(String url) throws SQLException {
    return driver.connect(url, new Properties());
  }

  @Override
  public void close() {
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
