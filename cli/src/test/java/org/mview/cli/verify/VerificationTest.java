package org.mview.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.cli.output.Progress;

final class VerificationTest {
  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();

  @BeforeEach
  void createViews() throws SQLException {
    run(
        "mview:sqlite",
        "CREATE TABLE t (a INTEGER, b TEXT, r REAL)",
        "INSERT INTO t VALUES (1, 'x', 0.1), (1, 'x', 0.1), (2, NULL, 0.2), (NULL, 'y', NULL)",
        "CREATE MATERIALIZED VIEW bag REFRESH COMPLETE AS SELECT a, b, r FROM t -- all of it",
        "CREATE MATERIALIZED VIEW \"one \"\"row\" (n) AS SELECT COUNT(*) FROM t");
  }

  @Test
  void viewsThatAreRightAreSaidToBe() throws SQLException {
    assertThat(verify()).isTrue();
    assertThat(out.toString())
        .contains("bag      │    4 │ FRESH     │ yes", "one \"row │    1 │ FRESH     │ yes")
        .contains("Every view that is fresh equals its query.");
  }

  @Test
  void missingAndSuperfluousRowsAreShownWithTheirCopies() throws SQLException {
    run("sqlite", "DELETE FROM bag WHERE a = 1", "UPDATE bag SET b = 'null' WHERE b IS NULL");
    assertThat(verify("BAG")).isFalse();
    assertThat(out.toString().lines().map(String::strip))
        .contains("- │      1 │ 2 │ null   │ 0.2", "+ │      1 │ 2 │ <NULL> │ 0.2")
        .contains("+ │      2 │ 1 │ x      │ 0.1")
        .anyMatch(line -> line.contains("NO: 4 rows"))
        .noneMatch(line -> line.contains("one"));
  }

  @Test
  void oneCopyTooManyIsFound() throws SQLException {
    run("sqlite", "INSERT INTO bag VALUES (NULL, 'y', NULL)");
    assertThat(verify()).isFalse();
    assertThat(out.toString()).contains("NO: 1 row ");
  }

  @Test
  void aStaleViewDiffersByRight() throws SQLException {
    run("mview:sqlite", "INSERT INTO t VALUES (3, 'z', 0.3)");
    assertThat(verify()).isTrue();
    assertThat(out.toString()).contains("STALE     │ no: 1 row, as it is not fresh");
  }

  @Test
  void lastDigitsOfApproximateNumbersAreNoted() throws SQLException {
    run("sqlite", "UPDATE bag SET r = r + 1e-16 WHERE a = 2", "UPDATE bag SET r = 0.1 WHERE a = 1");
    assertThat(verify()).isTrue();
    assertThat(out.toString()).contains("yes, but for the last digits of approximate numbers");
    run("sqlite", "UPDATE bag SET r = r + 1e-6 WHERE a = 2");
    assertThat(verify()).isFalse();
  }

  @Test
  void noMoreDifferencesAreShownThanAskedFor() throws SQLException {
    run("sqlite", "DELETE FROM bag");
    assertThat(verify(2)).isFalse();
    assertThat(out.toString()).contains("… and others", "NO: 4 rows");
  }

  @Test
  void whatCannotBeComparedFails() throws SQLException {
    run("sqlite", "DROP TABLE t");
    assertThat(verify()).isFalse();
    assertThat(out.toString()).contains("NOT COMPARED: ", "no such table");
  }

  @Test
  void aViewThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> verify("nobody")).hasMessage("there is no materialized view nobody");
  }

  private boolean verify(String... views) throws SQLException {
    return verify(10, views);
  }

  private boolean verify(int shown, String... views) throws SQLException {
    try (Connection connection = open("mview:sqlite")) {
      VerificationReport report = new VerificationReport(new PrintWriter(out), shown);
      return new Verification(connection, report, Progress.HIDDEN).run(List.of(views));
    }
  }

  private void run(String driver, String... statements) throws SQLException {
    try (Connection connection = open(driver);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection open(String driver) throws SQLException {
    return DriverManager.getConnection("jdbc:%s:%s".formatted(driver, directory.resolve("v.db")));
  }
}
