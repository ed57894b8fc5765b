package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.error.MViewError.ATTRIBUTE_MISSING;
import static org.mview.error.MViewError.ATTRIBUTE_OF_OTHER_TABLE;
import static org.mview.error.MViewError.COLUMN_GIVEN_TWICE;
import static org.mview.error.MViewError.COLUMN_MISSING;
import static org.mview.error.MViewError.COLUMN_OF_TWO_DIMENSIONS;
import static org.mview.error.MViewError.DIMENSION_EXISTS;
import static org.mview.error.MViewError.DIMENSION_LEVELS_ALIKE;
import static org.mview.error.MViewError.DIMENSION_LEVEL_GIVEN_TWICE;
import static org.mview.error.MViewError.DIMENSION_LEVEL_MISSING;
import static org.mview.error.MViewError.DIMENSION_LEVEL_NEEDED;
import static org.mview.error.MViewError.DIMENSION_LEVEL_OF_TWO_TABLES;
import static org.mview.error.MViewError.DIMENSION_MISSING;
import static org.mview.error.MViewError.HIERARCHY_CIRCULAR;
import static org.mview.error.MViewError.HIERARCHY_GIVEN_TWICE;
import static org.mview.error.MViewError.HIERARCHY_MISSING;
import static org.mview.error.MViewError.JOIN_KEY_COLUMN_COUNT;
import static org.mview.error.MViewError.JOIN_KEY_GIVEN_TWICE;
import static org.mview.error.MViewError.JOIN_KEY_MISSING;
import static org.mview.error.MViewError.JOIN_KEY_OF_OTHER_TABLE;
import static org.mview.error.MViewError.JOIN_KEY_OUTSIDE;
import static org.mview.error.MViewError.JOIN_KEY_WITHIN_TABLE;
import static org.mview.error.MViewError.JOIN_KEY_WITHOUT_CHILD;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** Every rule that a dimension can break, and that nothing is left of one that does. */
class DimensionErrorsTest {
  private static final String BEFORE =
      """
      CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, d INTEGER, k INTEGER);
      CREATE TABLE u (k INTEGER, l INTEGER);
      CREATE TABLE w (x INTEGER, y INTEGER);
      CREATE TEMP TABLE mine (id INTEGER);
      CREATE DIMENSION there LEVEL x IS w.x LEVEL y IS w.y HIERARCHY h (x CHILD OF y)
        ATTRIBUTE x DETERMINES w.y;
      """;

  private static final String LEVELS =
      "CREATE DIMENSION n LEVEL a IS t.a LEVEL b IS t.b LEVEL k IS (u.k) ";

  static Stream<Arguments> levels() {
    String attribute = " ATTRIBUTE a DETERMINES t.c";
    return Stream.of(
        of("CREATE DIMENSION THERE LEVEL a IS t.a" + attribute, DIMENSION_EXISTS, "main.THERE"),
        of("CREATE DIMENSION n LEVEL a IS nobody.a" + attribute, TABLE_MISSING, "nobody"),
        of("CREATE DIMENSION n LEVEL a IS t.nothing" + attribute, COLUMN_MISSING, "nothing"),
        of("CREATE DIMENSION n LEVEL a IS mine.id" + attribute, NOT_SUPPORTED, "temporary"),
        of("CREATE DIMENSION x.n LEVEL a IS t.a" + attribute, NOT_SUPPORTED, "schema x"),
        of(
            "CREATE DIMENSION n LEVEL a IS t.a LEVEL A IS t.b" + attribute,
            DIMENSION_LEVEL_GIVEN_TWICE,
            "level A of dimension main.n"),
        of(
            "CREATE DIMENSION n LEVEL a IS (t.a, u.k)" + attribute,
            DIMENSION_LEVEL_OF_TWO_TABLES,
            "main.t and of main.u"),
        of("CREATE DIMENSION n LEVEL a IS (t.a, T.A)" + attribute, COLUMN_GIVEN_TWICE, "main.t.a"),
        of(
            "CREATE DIMENSION n LEVEL a IS (t.a, t.b) LEVEL b IS (t.b, t.a)" + attribute,
            DIMENSION_LEVELS_ALIKE,
            "levels a and b"),
        of(
            "CREATE DIMENSION n LEVEL a IS (t.a, w.x)" + attribute,
            DIMENSION_LEVEL_OF_TWO_TABLES,
            ""),
        of(
            "CREATE DIMENSION n LEVEL a IS w.X ATTRIBUTE a DETERMINES w.y",
            COLUMN_OF_TWO_DIMENSIONS,
            "main.w.x makes a level of dimension main.there"));
  }

  static Stream<Arguments> hierarchies() {
    return Stream.of(
        of(
            LEVELS + "HIERARCHY h (a CHILD OF b) HIERARCHY H (a CHILD OF b)",
            HIERARCHY_GIVEN_TWICE,
            "hierarchy H"),
        of(LEVELS + "HIERARCHY h (a CHILD OF z)", DIMENSION_LEVEL_MISSING, "level z"),
        of(LEVELS + "HIERARCHY h (a CHILD OF b CHILD OF a)", HIERARCHY_CIRCULAR, "level b"),
        of(LEVELS + "HIERARCHY h (a CHILD OF a)", HIERARCHY_CIRCULAR, "level a"),
        of(
            LEVELS
                + "LEVEL c IS t.c HIERARCHY h (a CHILD OF b CHILD OF c) HIERARCHY g (c CHILD OF a)",
            HIERARCHY_CIRCULAR,
            "hierarchy g"),
        of(LEVELS + "HIERARCHY h (a CHILD OF k)", JOIN_KEY_MISSING, "main.t and in main.u"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF b JOIN KEY (t.k) REFERENCES k)",
            JOIN_KEY_OUTSIDE,
            "level k"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF b JOIN KEY (t.k) REFERENCES z)",
            DIMENSION_LEVEL_MISSING,
            "level z"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF b JOIN KEY (t.k) REFERENCES A)",
            JOIN_KEY_WITHOUT_CHILD,
            "level a"),
        of(
            LEVELS
                + "HIERARCHY h (a CHILD OF k JOIN KEY (t.k) REFERENCES k JOIN KEY (t.c) REFERENCES k)",
            JOIN_KEY_GIVEN_TWICE,
            "level k"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF b JOIN KEY (t.k) REFERENCES b)",
            JOIN_KEY_WITHIN_TABLE,
            "main.t"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF k JOIN KEY (u.l) REFERENCES k)",
            JOIN_KEY_OF_OTHER_TABLE,
            "main.u.l"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF k JOIN KEY (t.k, t.c) REFERENCES k)",
            JOIN_KEY_COLUMN_COUNT,
            "2 columns, and level k has 1"),
        of(
            LEVELS + "HIERARCHY h (a CHILD OF k JOIN KEY (t.k, t.k) REFERENCES k)",
            COLUMN_GIVEN_TWICE,
            "main.t.k"));
  }

  static Stream<Arguments> attributes() {
    return Stream.of(
        of(LEVELS + "ATTRIBUTE z DETERMINES t.c", DIMENSION_LEVEL_MISSING, "level z"),
        of(LEVELS + "ATTRIBUTE a DETERMINES (t.c, u.l)", ATTRIBUTE_OF_OTHER_TABLE, "main.u.l"),
        of(LEVELS + "ATTRIBUTE a DETERMINES (t.c, t.c)", COLUMN_GIVEN_TWICE, "main.t.c"),
        of(
            LEVELS + "ATTRIBUTE a DETERMINES t.c ATTRIBUTE A LEVEL a DETERMINES (t.d, t.c)",
            COLUMN_GIVEN_TWICE,
            "main.t.c"));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        of("ALTER DIMENSION z COMPILE", DIMENSION_MISSING, "main.z"),
        of("DROP DIMENSION z", DIMENSION_MISSING, "main.z"),
        of("ALTER DIMENSION there ADD LEVEL X IS w.y", DIMENSION_LEVEL_GIVEN_TWICE, "X"),
        of("ALTER DIMENSION there ADD LEVEL z IS w.y", DIMENSION_LEVELS_ALIKE, "y and z"),
        of("ALTER DIMENSION there DROP LEVEL z", DIMENSION_LEVEL_MISSING, "z"),
        of("ALTER DIMENSION there DROP LEVEL y", DIMENSION_LEVEL_NEEDED, "hierarchy h names it"),
        of(
            "ALTER DIMENSION there DROP HIERARCHY h DROP LEVEL x RESTRICT",
            DIMENSION_LEVEL_NEEDED,
            "attribute x names it: say CASCADE"),
        of(
            "ALTER DIMENSION there DROP LEVEL x CASCADE DROP LEVEL y CASCADE",
            DIMENSION_LEVEL_NEEDED,
            "it is the only one: say DROP DIMENSION"),
        of("ALTER DIMENSION there DROP HIERARCHY z", HIERARCHY_MISSING, "z"),
        of("ALTER DIMENSION there DROP ATTRIBUTE y", ATTRIBUTE_MISSING, "y"),
        of("ALTER DIMENSION there DROP ATTRIBUTE x LEVEL y", ATTRIBUTE_MISSING, "of level y"),
        of(
            "ALTER DIMENSION there DROP ATTRIBUTE x LEVEL x COLUMN y, COLUMN x",
            ATTRIBUTE_MISSING,
            "x with column x of level x"));
  }

  private static Arguments of(String sql, MViewError error, String message) {
    return arguments(sql, error, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"levels", "hierarchies", "attributes", "changes"})
  void aRuleIsBroken(String sql, MViewError error, String message) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(BEFORE);
      List<String> before = dimensions(session);
      MViewException failure = session.failure(sql);
      assertThat(failure.error()).isEqualTo(error);
      assertThat(failure).hasMessageContaining(message);
      assertThat(dimensions(session)).isEqualTo(before).hasSize(5);
    }
  }

  private static List<String> dimensions(TestSession session) throws SQLException {
    return session.rows(
        """
        SELECT dimension_name, compile_state FROM user_dimensions
        UNION ALL SELECT level_name, dimension_name FROM user_dim_levels
        UNION ALL SELECT hierarchy_name, parent_level_name FROM user_dim_child_of
        UNION ALL SELECT attribute_name, column_name FROM user_dim_attributes""");
  }
}
