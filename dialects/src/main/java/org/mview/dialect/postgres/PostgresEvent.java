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

  /**
   * A query for the tables that get the trigger, and whether they are partitioned. Row triggers
   * come to the partitions by themselves.
   */
  String parts(String table) {
    String all =
        hasRows()
            ? "SELECT %s AS id"
            : "SELECT %1$s AS id UNION SELECT relid FROM pg_partition_tree(%1$s)";
    return "SELECT id, relkind = 'p' FROM (%s) part JOIN pg_class ON oid = id"
        .formatted(all.formatted(table));
  }

  /** What the body of a statement trigger sees of the changed rows. */
  String referencing() {
    return hasRows()
        ? " REFERENCING"
            + (hasOld ? " OLD TABLE AS " + OLD : "")
            + (hasNew ? " NEW TABLE AS " + NEW : "")
        : "";
  }

  /** How often the trigger of a partitioned table fires. */
  String onPartitioned() {
    return hasRows() ? " FOR EACH ROW" : " FOR EACH STATEMENT";
  }

  /** The body of a trigger which is shown all changed rows, or one after the other. */
  String forRowsToo(String statement) {
    if (!hasRows()) {
      return statement;
    }
    return "IF TG_LEVEL = 'ROW' THEN WITH %1$s %2$s; ELSE %2$s; END IF"
        .formatted(rowAsTable(), statement);
  }

  private String rowAsTable() {
    String old = OLD + " AS (SELECT OLD.*)";
    String now = NEW + " AS (SELECT NEW.*)";
    return hasOld && hasNew ? old + ", " + now : hasOld ? old : now;
  }

  /** A condition that a statement which changed no row does not meet; TRUNCATE always may have. */
  String ifRowsChanged() {
    return hasRows() ? " AND EXISTS (SELECT FROM %s)".formatted(hasNew ? NEW : OLD) : "";
  }

  /** Whether the trigger is shown rows. */
  private boolean hasRows() {
    return hasOld || hasNew;
  }
}
