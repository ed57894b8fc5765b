package org.mview.benchmarks.refresh;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;

/**
 * What a programmer would write in the place of the fast refresh of {@link LineView#ONE_TABLE}: a
 * log by a trigger, sums by supplier, and one statement that adds the log to them.
 */
final class MergeByHand implements Subject {
  private static final String LOG =
      """
      CREATE TABLE changes (
        sequence INTEGER PRIMARY KEY, sign INTEGER, supplier INTEGER, quantity INTEGER)""";

  private static final String TRIGGER =
      """
      CREATE TRIGGER log_update AFTER UPDATE ON lineitem BEGIN
        INSERT INTO changes (sign, supplier, quantity)
        VALUES (-1, OLD.l_suppkey, OLD.l_quantity), (1, NEW.l_suppkey, NEW.l_quantity);
      END""";

  private static final String SUMS =
      """
      CREATE TABLE by_hand (
        supplier INTEGER PRIMARY KEY, line_count INTEGER NOT NULL, quantity INTEGER NOT NULL)""";

  private static final List<String> APPLY =
      List.of(
          """
          INSERT INTO by_hand SELECT supplier, SUM(sign) AS n, SUM(sign * quantity) AS q
          FROM changes WHERE TRUE GROUP BY supplier
          ON CONFLICT (supplier) DO UPDATE
            SET line_count = line_count + excluded.line_count,
              quantity = quantity + excluded.quantity""",
          "DELETE FROM changes");

  private final Connection connection;
  private final LineChanges changes;
  private final int changedLines;

  private MergeByHand(Connection connection, int changedLines) throws SQLException {
    this.connection = connection;
    this.changes = new LineChanges(connection);
    this.changedLines = changedLines;
  }

  /** Sums of the lines in this file, which are right. */
  static MergeByHand of(SqliteFile file, int changedLines) throws SQLException {
    Connection connection = file.raw();
    Script.run(connection, LOG, TRIGGER, SUMS);
    Script.run(connection, "INSERT INTO by_hand " + LineView.ONE_TABLE.query());
    return new MergeByHand(connection, changedLines);
  }

  @Override
  public void prepare() throws SQLException {
    changes.change(changedLines);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      connection.setAutoCommit(false);
      Script.run(connection, APPLY.toArray(String[]::new));
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
