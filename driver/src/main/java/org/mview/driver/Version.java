package org.mview.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this driver, as the build has written it down. */
record Version(int major, int minor) {
  static final Version OURS = of(text());

  /** The version of a text such as {@code 1.2.3-SNAPSHOT}. */
  static Version of(String text) {
    String[] numbers = text.split("\\D", 3);
    return new Version(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  private static String text() {
    Properties properties = new Properties();
    try (InputStream written = Version.class.getResourceAsStream("version.properties")) {
      properties.load(written);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties.getProperty("version");
  }
}
