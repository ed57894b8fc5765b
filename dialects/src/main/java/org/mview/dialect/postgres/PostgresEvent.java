package org.mview.dialect.postgres;

/** What a trigger may wait for. */
enum PostgresEvent {
  INSERT("AFTER INSERT", false, true),
  DELETE("AFTER DELETE", true, false),
  UPDATE("AFTER UPDATE", true, true),
  /** Afterwards nobody can say any more what the table held. */
  TRUNCATE("BEFORE TRUNCATE", false, false);

  /** The rows as they were, in the body of a trigger. */
  static final String OLD = "mview$old";

  /** The rows as they have become. */
  static final String NEW = "mview$new";

  private final String moment;
  private final boolean hasOld;
  private final boolean hasNew;

  PostgresEvent(String moment, boolean hasOld, boolean hasNew) {
    this.moment = moment;
    this.hasOld = hasOld;
    this.hasNew = hasNew;
  }

  /** When the trigger fires. */
  String moment() {
    return moment;
  }

  /** What its body sees of the changed rows. */
  String referencing() {
    if (!hasOld && !hasNew) {
      return "";
    }
    return "REFERENCING"
        + (hasOld ? " OLD TABLE AS " + OLD : "")
        + (hasNew ? " NEW TABLE AS " + NEW : "");
  }

  /** A condition that a statement which changed no row does not meet; TRUNCATE always may have. */
  String ifRowsChanged() {
    if (!hasOld && !hasNew) {
      return "";
    }
    return " AND EXISTS (SELECT FROM %s)".formatted(hasNew ? NEW : OLD);
  }
}
