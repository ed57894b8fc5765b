package org.mview.benchmarks.statement;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;

/** A table of ten columns, and beside it one that materialized views read. */
final class Readings {
  static final int ROWS = 10_000;
  static final int COLUMNS = 10;

  static final String POINT_QUERY = "SELECT name, place, a, b FROM readings WHERE id = ?";

  /** Ten thousand rows of ten values. */
  static final String SCAN = "SELECT id, name, place, a, b, c, d, e, f, g FROM readings";

  static final String INSERT =
      "INSERT INTO entries (id, name, place, a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String COLUMN_LIST =
      """
      (id INTEGER PRIMARY KEY, name TEXT, place TEXT, a INTEGER, b INTEGER, c REAL, d REAL,
       e INTEGER, f INTEGER, g TEXT)""";

  private static final String FILL =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO readings
      SELECT i, 'reading ' || i, 'place ' || i %% 100, i * 7, i %% 13, i / 3.0, i / 7.0,
        i * 11, i %% 17, 'a note'
      FROM n"""
          .formatted(ROWS);

  private static final String[] VIEWS = {
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, amount INTEGER)",
    "CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY",
    """
    CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS
    SELECT customer, COUNT(*) AS n, SUM(amount) AS total FROM orders GROUP BY customer""",
    """
    CREATE MATERIALIZED VIEW large_orders REFRESH FAST ON DEMAND AS
    SELECT id, customer, amount FROM orders WHERE amount > 100"""
  };

  private Readings() {}

  /** The tables, alone. */
  static void create(Connection connection) throws SQLException {
    Script.run(
        connection, "CREATE TABLE readings " + COLUMN_LIST, "CREATE TABLE entries " + COLUMN_LIST);
    Script.run(connection, FILL);
  }

  /** Views of another table, one of them ON COMMIT. */
  static void addViews(Connection connection) throws SQLException {
    Script.run(connection, VIEWS);
  }
}
