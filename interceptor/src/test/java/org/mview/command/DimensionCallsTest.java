package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mview.session.TestSession;

/** DBMS_DIMENSION.DESCRIBE_DIMENSION: its lines are the statement that makes the dimension. */
class DimensionCallsTest {
  private static final String BEFORE =
      """
      CREATE TABLE t (a INTEGER, b INTEGER, "C d" INTEGER, k INTEGER);
      CREATE TABLE u (k INTEGER, l INTEGER);
      CREATE DIMENSION "My dim" LEVEL a IS t.A LEVEL "b ""x\""" IS (t.b, t."C d") SKIP WHEN NULL
        LEVEL k IS u.k HIERARCHY h (A CHILD OF "b ""x\""" CHILD OF K JOIN KEY t.k REFERENCES k)
        HIERARCHY alone (a)
        ATTRIBUTE a DETERMINES t.k ATTRIBUTE n LEVEL K DETERMINES u.l LEVEL a DETERMINES t.b;
      """;

  private static final List<String> LINES =
      List.of(
          "CREATE DIMENSION main.\"My dim\"",
          "  LEVEL a IS (main.t.a)",
          "  LEVEL \"b \"\"x\"\"\" IS (main.t.b, main.t.\"C d\") SKIP WHEN NULL",
          "  LEVEL k IS (main.u.k)",
          "  HIERARCHY h (a CHILD OF \"b \"\"x\"\"\" CHILD OF k JOIN KEY (main.t.k) REFERENCES k)",
          "  HIERARCHY alone (a)",
          "  ATTRIBUTE a LEVEL a DETERMINES (main.t.k)",
          "  ATTRIBUTE n LEVEL k DETERMINES (main.u.l)",
          "  ATTRIBUTE n LEVEL a DETERMINES (main.t.b)");

  @Test
  void theLinesSayWhatTheDimensionIs() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(BEFORE);
      assertThat(described(session)).isEqualTo(LINES);
    }
  }

  @Test
  void theLinesMakeTheSameDimension() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(BEFORE);
      session.run("DROP DIMENSION \"My dim\"");
      session.run(LINES.stream().collect(Collectors.joining("\n")));
      assertThat(described(session)).isEqualTo(LINES);
    }
  }

  private static List<String> described(TestSession session) throws SQLException {
    return session
        .run("CALL DBMS_DIMENSION.DESCRIBE_DIMENSION('main.\"My dim\"')")
        .warnings()
        .stream()
        .map(Outcome.Warning::text)
        .toList();
  }
}
