package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mview.dialect.Functions.Kind;

/** The kinds of PostgreSQL's functions, and of those that users add. */
class PostgresFunctionsTest {
  private static Session session;

  @BeforeAll
  static void makeFunctions() throws SQLException {
    session = Session.fresh();
    session.run(
        "CREATE FUNCTION same(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "CREATE FUNCTION twofold(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "CREATE FUNCTION twofold(text) RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION optional(a int, b int = 1) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION optional(a int, b int, c int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION many(VARIADIC int[]) RETURNS int STABLE LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION many(text, text) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
        "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
        "CREATE PROCEDURE act() LANGUAGE sql AS ''",
        "CREATE SCHEMA hidden",
        "CREATE FUNCTION hidden.unseen() RETURNS int LANGUAGE sql AS 'SELECT 1'");
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  @ParameterizedTest
  @CsvSource({
    "abs, 1, SCALAR",
    "lower, 1, SCALAR",
    "round, 2, SCALAR",
    "substring, 3, SCALAR",
    "coalesce, 5, SCALAR",
    "nullif, 2, SCALAR",
    "greatest, 3, SCALAR",
    "trim, 1, SCALAR",
    "date_trunc, 2, SCALAR",
    "extract, 2, SCALAR",
    "extract, 1, SCALAR",
    "date_part, 2, SCALAR",
    "age, 2, SCALAR",
    "age, 1, VOLATILE",
    "to_char, 2, VOLATILE",
    "concat, 3, VOLATILE",
    "timezone, 2, VOLATILE",
    "json_object, 1, VOLATILE",
    "now, 0, VOLATILE",
    "random, 0, VOLATILE",
    "current_date, 0, VOLATILE",
    "current_timestamp, 0, VOLATILE",
    "localtime, 0, VOLATILE",
    "current_user, 0, VOLATILE",
    "count, 0, AGGREGATE",
    "sum, 1, AGGREGATE",
    "percentile_cont, 1, AGGREGATE",
    "total, 1, AGGREGATE",
    "row_number, 0, AGGREGATE",
    "generate_series, 2, UNKNOWN",
    "unnest, 1, UNKNOWN",
    "grouping, 1, UNKNOWN",
    "act, 0, UNKNOWN",
    "nothing_like_it, 1, UNKNOWN",
    "unseen, 0, UNKNOWN",
    "same, 1, SCALAR",
    "twofold, 1, VOLATILE",
    "optional, 1, SCALAR",
    "optional, 2, SCALAR",
    "optional, 3, VOLATILE",
    "many, 2, VOLATILE",
    "many, 7, VOLATILE",
  })
  void aFunctionIsOfAKind(String name, int arguments, Kind kind) throws SQLException {
    assertThat(
            new PostgresFunctions()
                .kind(session.connection(), name, Collections.nCopies(arguments, "x")))
        .isEqualTo(kind);
  }
}
