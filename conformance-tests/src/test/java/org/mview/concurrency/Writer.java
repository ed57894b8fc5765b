package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Random;
import org.mview.conformance.Sql;

/** Changes rows, in transactions of all kinds. */
final class Writer implements Worker.Work {
  private final Server server;

  /** A writer that speaks as a server does. */
  Writer(Server server) {
    this.server = server;
  }

  static final String COMMITS = "commits";

  private static final int IDS = 12;
  private static final List<Integer> LEVELS =
      List.of(
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_REPEATABLE_READ,
          Connection.TRANSACTION_SERIALIZABLE);

  @Override
  public void run(Connection connection, Random random, Tally tally) throws SQLException {
    int level = LEVELS.get(random.nextInt(LEVELS.size()));
    if (connection.getMetaData().supportsTransactionIsolationLevel(level)) {
      connection.setTransactionIsolation(level);
    }
    if (random.nextInt(3) == 0) {
      Sql.execute(connection, change(random));
      tally.add(COMMITS);
      return;
    }
    connection.setAutoCommit(false);
    changeSome(connection, random);
    if (random.nextInt(3) == 0 && connection.getMetaData().supportsSavepoints()) {
      Savepoint before = connection.setSavepoint();
      changeSome(connection, random);
      if (random.nextBoolean()) {
        connection.rollback(before);
        changeSome(connection, random);
      }
    }
    if (random.nextInt(8) == 0) {
      connection.rollback();
    } else {
      connection.commit();
      tally.add(COMMITS);
    }
    connection.setAutoCommit(true);
  }

  private void changeSome(Connection connection, Random random) throws SQLException {
    for (int i = random.nextInt(3); i >= 0; i--) {
      Sql.execute(connection, change(random));
    }
  }

  private String change(Random random) {
    String table = List.of("a", "a", "b", "b", "c").get(random.nextInt(5));
    String value = table.equals("a") ? "x" : table.equals("b") ? "y" : "z";
    int id = random.nextInt(IDS);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> server.upsert().formatted(table, id, key(random), number(random));
      case 3 ->
          server.fill().formatted(table, key(random), number(random), id, id + random.nextInt(4));
      case 4, 5 ->
          "UPDATE %s SET %s = %s WHERE id = %d".formatted(table, value, number(random), id);
      case 6 ->
          "UPDATE %s SET k = %s, %s = %s + 1 WHERE id BETWEEN %d AND %d"
              .formatted(table, key(random), value, value, id, id + 2);
      case 7, 8 -> "DELETE FROM %s WHERE id = %d".formatted(table, id);
      default ->
          random.nextInt(10) == 0
              ? server.empty() + table
              : "DELETE FROM %s WHERE k = %s".formatted(table, key(random));
    };
  }

  private static String key(Random random) {
    return List.of("0", "1", "2", "NULL").get(random.nextInt(4));
  }

  private static String number(Random random) {
    return List.of("0", "1", "2", "-1", "NULL").get(random.nextInt(5));
  }
}
