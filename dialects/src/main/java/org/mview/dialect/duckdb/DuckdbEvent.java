package org.mview.dialect.duckdb;

/** What a trigger may wait for. TRUNCATE is a deletion of all rows. */
enum DuckdbEvent {
  INSERT,
  UPDATE,
  DELETE;

  /** The rows as they were, in the body of a trigger. */
  static final String OLD = "mview$old";

  /** What a trigger says that reads the rows as they were. */
  static final String REFERENCING_OLD = " REFERENCING OLD TABLE AS \"%s\"".formatted(OLD);

  private static final String NEW = "mview$new";

  /** What the body of a trigger sees of the changed rows. */
  String rows() {
    return switch (this) {
      case INSERT -> " REFERENCING NEW TABLE AS \"%s\"".formatted(NEW);
      case UPDATE -> REFERENCING_OLD + " NEW TABLE AS \"%s\"".formatted(NEW);
      case DELETE -> REFERENCING_OLD;
    };
  }

  /** A query for what a log gets: the images of the changed rows, each with its sign. */
  String images(String columns) {
    return switch (this) {
      case INSERT -> image("I", "N", 1, columns, NEW);
      case UPDATE ->
          image("U", "O", -1, columns, OLD) + " UNION ALL " + image("U", "N", 1, columns, NEW);
      case DELETE -> image("D", "O", -1, columns, OLD);
    };
  }

  private static String image(String type, String age, int sign, String columns, String rows) {
    return "SELECT '%s', '%s', %s%s FROM \"%s\"".formatted(type, age, sign, columns, rows);
  }
}
