package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mview.catalog.Catalog;
import org.mview.catalog.Version;
import org.mview.database.Database;
import org.mview.delta.Keeping;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.session.TestSession;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Understanding;

/**
 * An expression that we write has the value of the one that the user wrote: the parser library and
 * SQLite must agree on what binds tighter, or the expression must not be taken for understood.
 */
class ExpressionMeaningTest {
  private static final int CASES = 3_000;

  private static final List<String> INFIX =
      List.of(
          "||",
          "*",
          "/",
          "%",
          "+",
          "-",
          "<<",
          ">>",
          "&",
          "|",
          "<",
          "<=",
          ">",
          ">=",
          "=",
          "==",
          "<>",
          "!=",
          "IS",
          "IS NOT",
          "LIKE",
          "NOT LIKE",
          "GLOB",
          "AND",
          "OR");

  private static final List<String> POSTFIX =
      List.of(
          "IS NULL",
          "IS NOT NULL",
          "ISNULL",
          "NOTNULL",
          "IN (1, 2)",
          "NOT IN (1, 'a')",
          "BETWEEN 0 AND 2",
          "NOT BETWEEN -1 AND 1",
          "COLLATE NOCASE");

  private static final List<String> PREFIX = List.of("-", "+", "~");

  /** NOT stands where it may stand in the standard: before a whole condition. */
  private static final List<String> NEGATION = List.of("", "NOT ");

  private static final List<String> LEAVES = List.of("a", "b", "c", "1", "2", "-1", "'a'", "NULL");

  @Test
  void isThatOfTheUsersExpression() throws SQLException {
    int understood = 0;
    try (TestSession session = TestSession.open()) {
      session.run("CREATE TABLE t (a, b INTEGER, c TEXT)");
      session.run(
          "INSERT INTO t VALUES (1, 2, 'a'), (0, -1, 'A'), (NULL, 3, NULL), (1.5, NULL, '1'), ('b', 0, 'b')");
      for (int seed = 0; seed < CASES; seed++) {
        String query = query(new Random(seed));
        understood += check(session, seed, query) ? 1 : 0;
      }
    }
    assertThat(understood).isGreaterThan(CASES / 3);
  }

  private static boolean check(TestSession session, int seed, String query) throws SQLException {
    Database database = session.database();
    ViewCompiler compiler =
        new ViewCompiler(database, Catalog.empty(new Version(0, 0)), new HashMap<>());
    if (!(compiler.read(query).understanding() instanceof Understanding.Clear clear)) {
      return false;
    }
    QualifiedName view = QualifiedName.of("v");
    Places places = new Places(view, List.of(Identifier.of("e")), Map.of(), view);
    String ours = database.text(RefreshStatements.content(Keeping.of(clear.relation()), places));
    String values = "SELECT typeof(e), quote(e) FROM (%s)";
    assertThat(session.rows(values.formatted(ours)))
        .as("seed %d: %s\n%s", seed, query, ours)
        .isEqualTo(session.rows(values.formatted(query)));
    return true;
  }

  private static String query(Random random) {
    return "SELECT %s%s AS e FROM t".formatted(any(NEGATION, random), expression(random, 3));
  }

  private static String expression(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return any(LEAVES, random);
    }
    return switch (random.nextInt(8)) {
      case 0 -> any(PREFIX, random) + expression(random, depth - 1);
      case 1 -> expression(random, depth - 1) + " " + any(POSTFIX, random);
      case 2 -> "(" + any(NEGATION, random) + expression(random, depth - 1) + ")";
      default ->
          expression(random, depth - 1)
              + " "
              + any(INFIX, random)
              + " "
              + expression(random, depth - 1);
    };
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
