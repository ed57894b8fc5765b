package org.mview.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * An application that is a process of its own: changes rows in transactions, and creates, alters,
 * refreshes and drops views meanwhile. Says the number of each transaction once it is committed.
 */
final class Application {
  private static final List<String> VIEWS =
      List.of(
          """
          sums REFRESH FAST ON COMMIT AS SELECT customer, SUM(amount) total, COUNT(*) n \
          FROM orders GROUP BY customer""",
          """
          joined REFRESH FAST ON COMMIT AS SELECT o.id, c.region, o.amount FROM orders o \
          JOIN customer c ON o.customer = c.id""",
          """
          regions REFRESH FAST ON COMMIT AS SELECT c.region, MAX(o.amount) most, COUNT(*) n \
          FROM orders o JOIN customer c ON o.customer = c.id GROUP BY c.region""",
          """
          amounts REFRESH FORCE ON DEMAND AS SELECT DISTINCT amount FROM orders""",
          """
          entries REFRESH COMPLETE ON DEMAND AS SELECT writer, MAX(n) AS latest FROM ledger \
          GROUP BY writer""",
          """
          totals REFRESH FAST ON COMMIT AS SELECT n, COUNT(*) groups FROM sums GROUP BY n""");

  private static final List<String> NAMES =
      VIEWS.stream().map(view -> view.substring(0, view.indexOf(' '))).toList();

  private final Connection connection;
  private final Words words;
  private final String writer;
  private final Random random;
  private int last;

  private Application(Connection connection, Words words, String writer, Random random)
      throws SQLException {
    this.connection = connection;
    this.words = words;
    this.writer = writer;
    this.random = random;
    this.last =
        number("SELECT COALESCE(MAX(n), 0) FROM ledger WHERE writer = '%s'".formatted(writer));
  }

  /**
   * Runs until it is killed, or its time is over.
   *
   * @param arguments our URL, the name of this writer, a seed, milliseconds to run, and of a
   *     hundred steps how many define something
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(arguments[0], Words.of(arguments[0]).properties())) {
      Application application =
          new Application(
              connection,
              Words.of(arguments[0]),
              arguments[1],
              new Random(Long.parseLong(arguments[2])));
      System.out.println("ready");
      long end = System.nanoTime() + Long.parseLong(arguments[3]) * 1_000_000;
      while (System.nanoTime() < end) {
        application.step(Integer.parseInt(arguments[4]));
      }
    }
  }

  private void step(int definitions) throws SQLException {
    if (random.nextInt(100) < definitions) {
      define();
    } else {
      transact();
    }
  }

  /** What is there already, or is not there, is not worth a word. */
  private void define() throws SQLException {
    String view = NAMES.get(random.nextInt(NAMES.size()));
    try {
      switch (random.nextInt(8)) {
        case 0, 1, 2 ->
            execute("CREATE MATERIALIZED VIEW " + VIEWS.get(random.nextInt(VIEWS.size())));
        case 3 -> execute("DROP MATERIALIZED VIEW " + view);
        case 4 -> execute("CALL DBMS_MVIEW.REFRESH('%s', 'C')".formatted(view));
        case 5 -> execute("CALL DBMS_MVIEW.REFRESH('%s')".formatted(view));
        case 6 ->
            execute(
                "ALTER MATERIALIZED VIEW %s REFRESH %s"
                    .formatted(view, random.nextBoolean() ? "FORCE ON COMMIT" : "COMPLETE"));
        default -> execute("CREATE MATERIALIZED VIEW LOG ON orders");
      }
    } catch (SQLException e) {
      if (e.getErrorCode() < 900 && !isBusy(e)) { // neither Oracle's numbers nor a lock
        throw e;
      }
    }
  }

  private static boolean isBusy(SQLException e) {
    return String.valueOf(e.getMessage()).contains("SQLITE_BUSY")
        || String.valueOf(e.getSQLState()).startsWith("40");
  }

  private void transact() throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute("INSERT INTO ledger VALUES ('%s', %d)".formatted(writer, last + 1));
      int changes = random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        change();
      }
      connection.commit();
      last++;
      System.out.println(last);
    } catch (SQLException e) {
      connection.rollback();
      if (!isBusy(e)) {
        throw e;
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void change() throws SQLException {
    int customer = random.nextInt(10);
    switch (random.nextInt(5)) {
      case 0 -> execute(words.replace().formatted(customer, random.nextInt(4)));
      case 1 -> execute("DELETE FROM orders WHERE id %% 7 = %d".formatted(random.nextInt(7)));
      case 2 ->
          execute("UPDATE orders SET amount = amount + 1 WHERE customer = %d".formatted(customer));
      default ->
          execute(
              "INSERT INTO orders (customer, amount) VALUES (%d, %d), (%d, %d)"
                  .formatted(customer, random.nextInt(50), random.nextInt(10), customer));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
