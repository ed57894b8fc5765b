package org.mview.repair;

import java.util.List;
import java.util.Map;

/**
 * What another program does to a database, and how it is found.
 *
 * @param statements by the names of databases, of which another one is not damaged so; those under
 *     {@code any} do it on all
 * @param object what the finding is about
 * @param finding a part of what it says
 */
record Damage(String name, Map<String, List<String>> statements, String object, String finding) {
  static Damage everywhere(String name, String object, String finding, String... statements) {
    return new Damage(name, Map.of("any", List.of(statements)), object, finding);
  }

  boolean isFor(String database) {
    return statements.containsKey("any") || statements.containsKey(database);
  }

  /** The statements for a database; one that cannot do it otherwise runs what all run. */
  List<String> on(String database) {
    List<String> own = statements.get(database);
    return own == null ? statements.getOrDefault("any", List.of()) : own;
  }

  @Override
  public String toString() {
    return name;
  }
}
