package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStabilityTest {
  private Connection connection;

  @BeforeAll
  void connect() throws SQLException {
    connection = DriverManager.getConnection(EmbeddedServer.freshDatabase());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE t (id integer PRIMARY KEY, d date, at timestamptz, local timestamp, n integer, \
          m numeric(8, 2), x double precision, s text)""");
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t",
        "SELECT s, COUNT(*), SUM(n), AVG(m), MAX(d) FROM t GROUP BY s HAVING COUNT(*) > 1",
        "SELECT n || s, upper(s), coalesce(s, '-') FROM t",
        "SELECT n::text || m::text, s::varchar(3) FROM t",
        "SELECT n::text FROM t WHERE d < DATE '2020-01-01' + INTERVAL '1 month'",
        "SELECT extract(year FROM d), date_trunc('month', local) FROM t",
        "SELECT n, row_number() OVER (PARTITION BY s ORDER BY id) FROM t",
        "SELECT a.n, a.n FROM t AS a JOIN t AS b USING (id)",
        "SELECT s FROM t WHERE s = 'tonight'",
      })
  void theRowsAreTheSameInEverySession(String query) throws SQLException {
    assertThat(PostgresStability.against(connection, query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "SELECT date_trunc('month', at) FROM t # date_trunc",
        "SELECT date_trunc('month', d) FROM t # timestamptz",
        "SELECT id FROM t WHERE d < at # date_lt_timestamptz",
        "SELECT at + INTERVAL '1 day' FROM t # timestamptz_pl_interval",
        "SELECT to_char(n, '999D9') FROM t # to_char",
        "SELECT id FROM t WHERE d < now() # now",
        "SELECT id FROM t WHERE random() > x # random",
        "SELECT n FROM t GROUP BY n HAVING MAX(at) > at_now() # at_now",
        "SELECT d::text FROM t # become texts",
        "SELECT CAST(x + 1 AS text) FROM t # become texts",
        "SELECT s::date FROM t # become texts",
        "SELECT s::double precision FROM t # become texts",
        "SELECT s || d FROM t # become texts",
        "SELECT concat(s, at) FROM t # become texts",
        "SELECT string_agg(x::text, ',') FROM t # become texts",
        "SELECT id FROM t WHERE d < 'Today' # names a moment",
        "SELECT id FROM t WHERE d < DATE ' now' # names a moment",
      })
  void theyMayDiffer(String query, String reason) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE OR REPLACE FUNCTION at_now() RETURNS timestamptz LANGUAGE sql STABLE \
          AS 'SELECT now()'""");
    }
    assertThat(PostgresStability.against(connection, query))
        .hasValueSatisfying(found -> assertThat(found).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT id FROM t", "SELECT id FROM t WHERE d < now()"})
  void nothingIsLeftOfTheLook(String query) throws SQLException {
    PostgresStability.against(connection, query);
    assertThat(PostgresStability.against(connection, query))
        .isEqualTo(PostgresStability.against(connection, query));
  }
}
