package org.mview.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void createViews() throws SQLException {
    execute(
        "mview:sqlite",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, amount INTEGER)",
        "INSERT INTO orders VALUES (1, 'ann', 10), (2, 'bob', 20)",
        """
        CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS \
        SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""");
  }

  @Test
  void whereNothingIsWrongThatIsSaid() {
    assertThat(doctor()).isZero();
    assertThat(out.toString()).isEqualTo("Everything is as it should be.\n");
  }

  @Test
  void whatIsFoundIsToldWithWhatItMeans() throws SQLException {
    execute("sqlite", "DROP TRIGGER \"mview$delete$orders\"");
    assertThat(doctor()).isEqualTo(1);
    assertThat(out.toString())
        .contains("orders: triggers of its log are missing")
        .contains("\n  repair: makes the triggers")
        .endsWith("1 finding left; --repair mends what it can.\n");
  }

  @Test
  void whatIsRepairedIsToldOnce() throws SQLException {
    execute("sqlite", "DROP TRIGGER \"mview$delete$orders\"", "DELETE FROM orders WHERE id = 1");
    assertThat(doctor("--repair", "--verify")).isZero();
    assertThat(out.toString())
        .contains("\n  repaired: makes the triggers")
        .contains("1 finding repaired, nothing is left.")
        .contains("Every view that is fresh equals its query.");
    out.getBuffer().setLength(0);
    assertThat(doctor("--repair")).isZero();
    assertThat(out.toString()).isEqualTo("Everything is as it should be.\n");
  }

  @Test
  void whatOnlyItsUserCanMendIsLeft() throws SQLException {
    execute("sqlite", "PRAGMA foreign_keys = OFF", "DROP TABLE orders");
    assertThat(doctor("--repair")).isEqualTo(1);
    assertThat(out.toString())
        .contains("sales: reads orders, which is gone")
        .contains("yours to do")
        .contains("1 finding left, 1 repaired.");
  }

  @Test
  void aViewThatHasDriftedIsFoundByComparingAndFilledByRepair() throws SQLException {
    execute("sqlite", "UPDATE \"mview$c$sales\" SET \"total\" = 11 WHERE \"customer\" = 'ann'");
    assertThat(doctor()).isZero();
    assertThat(doctor("--verify")).isEqualTo(1);
    assertThat(out.toString()).contains("NO: 2 rows");
    assertThat(doctor("--verify", "--repair")).isZero();
    assertThat(out.toString()).contains("Filled anew: sales");
    assertThat(doctor("--verify")).isZero();
  }

  @Test
  void whereNobodyCanLookTheExitCodeIsAnother() {
    assertThat(run("doctor", "jdbc:mview:sqlite:" + directory.resolve("no/such/file.db")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("error");
    assertThat(run("doctor", "jdbc:sqlite:shop.db")).isEqualTo(2);
    assertThat(err.toString()).contains("must begin with jdbc:mview:");
  }

  private int doctor(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "doctor";
    arguments[1] = "jdbc:mview:sqlite:" + file();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return run(arguments);
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private void execute(String driver, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:%s:%s".formatted(driver, file()));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
