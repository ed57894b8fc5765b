package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** What a real error says of the constraint. */
class PostgresViolationsTest {
  private static Session session;

  @BeforeAll
  static void makeTables() throws SQLException {
    session = Session.fresh();
    session.run(
        "CREATE DOMAIN small AS int CONSTRAINT \"less than ten\" CHECK (value < 10)",
        "CREATE TABLE p (id int PRIMARY KEY)",
        "CREATE TABLE t (id int CONSTRAINT \"the \"\"key\"\"\" PRIMARY KEY, a int NOT NULL,"
            + " b int CONSTRAINT \"is positive\" CHECK (b > 0),"
            + " c int CONSTRAINT parent REFERENCES p, d small)",
        "INSERT INTO p VALUES (1)",
        "INSERT INTO t VALUES (1, 1, 1, 1), (2, 1, 1, 1)");
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INSERT INTO t VALUES (1, 1, 1, 1); UNIQUE; the \"key\"",
        "CREATE UNIQUE INDEX \"unique a\" ON t (a); UNIQUE; unique a",
        "INSERT INTO t VALUES (3, NULL, 1, 1); NOT_NULL; t.a",
        "UPDATE t SET b = 0; CHECK; is positive",
        "UPDATE t SET d = 11; CHECK; less than ten",
        "UPDATE t SET c = 5; FOREIGN_KEY; parent",
        "DELETE FROM p; FOREIGN_KEY; parent",
      })
  void theErrorNamesTheConstraint(String statement, Kind kind, String name) {
    SQLException error = catchThrowableOfType(SQLException.class, () -> session.run(statement));
    assertThat(PostgresViolations.of(error)).contains(new ViolatedConstraint(kind, name));
  }

  @Test
  void anotherErrorIsNoViolation() {
    SQLException error =
        catchThrowableOfType(SQLException.class, () -> session.run("SELECT 1 / 0"));
    assertThat(PostgresViolations.of(error)).isEmpty();
    assertThat(PostgresViolations.of(new SQLException("no state"))).isEmpty();
  }
}
