package org.mview.benchmarks.statement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.SqliteFile;

/** The ways by which a statement goes to the database. */
public enum Way {
  /** SQLite's own driver. */
  RAW("raw"),
  /** Ours, in a database that has never seen a view. */
  MVIEW("mview, no view"),
  /** Ours, in a database with views, of other tables than the statement's. */
  MVIEW_BESIDE_VIEWS("mview, beside views"),
  /** SQLite's own driver in that database: what its other tables and pages cost without us. */
  RAW_BESIDE_VIEWS("raw, beside views");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  /** What a reader of the table sees. */
  String title() {
    return title;
  }

  /** Opens a database of its own in this directory, on a new connection. */
  public Connection open(Path directory) throws SQLException {
    SqliteFile file = new SqliteFile(directory.resolve("readings.db"));
    try (Connection creating = file.mview()) {
      Readings.create(creating);
      if (this == MVIEW_BESIDE_VIEWS || this == RAW_BESIDE_VIEWS) {
        Readings.addViews(creating);
      }
    }
    return isRaw() ? file.raw() : file.mview();
  }

  /** Whether it goes without us. */
  boolean isRaw() {
    return this == RAW || this == RAW_BESIDE_VIEWS;
  }
}
