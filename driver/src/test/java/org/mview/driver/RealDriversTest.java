package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDriversTest {
  /**
   * As in a web container: the driver is the application's, and the driver manager is not asked.
   */
  @Test
  void aDriverThatOnlyTheContextClassLoaderSeesIsFound(@TempDir Path folder) throws Exception {
    declare(folder, "not.There\n" + OnlyHere.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      try (Connection connection =
          new MViewDriver().connect("jdbc:mview:onlyhere:", new Properties())) {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void declare(Path folder, String drivers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("java.sql.Driver"), drivers);
  }
}
