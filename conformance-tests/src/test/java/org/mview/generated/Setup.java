package org.mview.generated;

import java.util.List;
import java.util.Properties;

/**
 * On what a script runs.
 *
 * @param inMemory a database of one connection, in no file
 * @param settings names and values, for every connection
 * @param big whether there are numbers of 19 digits
 */
record Setup(boolean inMemory, int sessions, List<String> settings, boolean big) {
  Setup {
    settings = List.copyOf(settings);
  }

  Properties properties() {
    Properties properties = new Properties();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      properties.setProperty(parts[0], parts[1]);
    }
    return properties;
  }
}
