package org.mview.generated;

import java.util.List;
import java.util.Properties;

/**
 * On what a script runs.
 *
 * @param inMemory a database of one connection, in no file
 * @param journal how a file keeps its journal
 * @param pragmas names and values, for every connection
 * @param big whether there are numbers of 19 digits
 */
record Setup(boolean inMemory, String journal, int sessions, List<String> pragmas, boolean big) {
  static Setup of(Chance chance) {
    boolean inMemory = chance.percent(25);
    return new Setup(
        inMemory,
        chance.one("WAL", "WAL", "DELETE"),
        inMemory || chance.percent(60) ? 1 : 2,
        List.of("foreign_keys=" + chance.percent(60), "recursive_triggers=" + chance.percent(25)),
        chance.percent(20));
  }

  Properties properties() {
    Properties properties = new Properties();
    for (String pragma : pragmas) {
      String[] parts = pragma.split("=", 2);
      properties.setProperty(parts[0], parts[1]);
    }
    properties.setProperty("synchronous", "OFF");
    properties.setProperty("busy_timeout", "0");
    if (!inMemory) {
      properties.setProperty("journal_mode", journal);
    }
    return properties;
  }
}
