package org.mview.dialect.h2;

/**
 * The triggers of ours, by what the database has to know of them. Nothing else may mention their
 * classes: those cannot be loaded where H2 is not there.
 */
enum OwnTrigger {
  /** Writes changes to a log. */
  LOG("LogTrigger", "mview$"),
  /** Notes that a table has changed. */
  TOUCH("TouchTrigger", "mview$touch$");

  private final String simpleName;
  private final String prefix;

  OwnTrigger(String simpleName, String prefix) {
    this.simpleName = simpleName;
    this.prefix = prefix;
  }

  /** The name of its class. */
  String className() {
    return OwnTrigger.class.getPackageName() + "." + simpleName;
  }

  /** The name of a trigger, that of its log or of the table that it watches behind. */
  String nameFor(String table) {
    return prefix + table;
  }

  /** The table in the name of a trigger. */
  String tableIn(String trigger) {
    return trigger.substring(trigger.indexOf(prefix) + prefix.length());
  }
}
