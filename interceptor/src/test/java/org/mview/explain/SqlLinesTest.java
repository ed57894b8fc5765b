package org.mview.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlLinesTest {
  private static final String LONG = "very ".repeat(20) + "long";

  @Test
  void aLineBeginsBeforeEachClause() {
    assertThat(SqlLines.of("INSERT INTO t SELECT a FROM b WHERE c = 1 GROUP BY a"))
        .containsExactly("INSERT INTO t", "SELECT a", "FROM b", "WHERE c = 1", "GROUP BY a");
  }

  @Test
  void whatIsInParenthesesIsIndentedUnlessItIsShort() {
    assertThat(
            SqlLines.of(
                "SELECT a FROM (SELECT '%s' FROM b UNION ALL SELECT c FROM d) AS q WHERE a > (SELECT 1 FROM e)"
                    .formatted(LONG)))
        .containsExactly(
            "SELECT a",
            "FROM (",
            "  SELECT '%s'".formatted(LONG),
            "  FROM b",
            "  UNION ALL SELECT c",
            "  FROM d) AS q",
            "WHERE a > (SELECT 1 FROM e)");
  }

  @Test
  void whatIsQuotedIsNoClause() {
    assertThat(SqlLines.of("SELECT ' FROM ( ' || \"x WHERE \" FROM t"))
        .containsExactly("SELECT ' FROM ( ' || \"x WHERE \"", "FROM t");
  }
}
