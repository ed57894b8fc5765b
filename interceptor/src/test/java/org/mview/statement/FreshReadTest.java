package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that a text reads under the hint FRESH_MV. */
class FreshReadTest {
  /**
   * Each table that is read so stands in angle brackets; in braces where it is called otherwise.
   */
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("the table of a query", "select /*+ FRESH_MV */ * from <v>"),
        arguments("in any case", "Select /*+ fresh_mv*/ * From <v>;"),
        arguments("in a comment to the end of a line", "select --+ FRESH_MV\n * from <v>"),
        arguments(
            "among other hints", "select /*+ parallel(x 2) FRESH_MV first_rows */ 1 from <v>"),
        arguments(
            "behind a comment",
            "/* a */ select /* b */ /*+ FRESH_MV */ /* c */ 1 from /* d */ <v>"),
        arguments("with another name", "select /*+ FRESH_MV */ * from {v} as x"),
        arguments("with another name and no AS", "select /*+ FRESH_MV */ * from {v} x where 1 = 1"),
        arguments("with another name in quotes", "select /*+ FRESH_MV */ * from {v} \"where\""),
        arguments("in quotes", "select /*+ FRESH_MV */ * from <\"a \"\"v\"\"\">"),
        arguments("in brackets", "select /*+ FRESH_MV */ * from <[a v]> where 1 = 1"),
        arguments("in a schema", "select /*+ FRESH_MV */ * from <main . \"v\"> limit 1"),
        arguments("several", "select /*+ FRESH_MV */ * from <v>, {w} x, <y> where 1 = 1"),
        arguments(
            "joined",
            "select /*+ FRESH_MV */ * from <v> left join <w> on v.a = w.a natural join {x} y"),
        arguments(
            "joined by USING",
            "select /*+ FRESH_MV */ * from <v> join <w> using (a, v) join <x> on true"),
        arguments(
            "in parentheses", "select /*+ FRESH_MV */ * from (<v> join <w> on v.a in (1, v)), <x>"),
        arguments(
            "of the block alone",
            "select /*+ FRESH_MV */ (select a from w) from <v>, (select a from x, y) z where exists (select 1 from w)"),
        arguments(
            "of a subquery alone",
            "select * from v where a in (select /*+ FRESH_MV */ a from <w>)"),
        arguments(
            "of a derived table",
            "select * from (select /*+ FRESH_MV */ a from <w> group by a) q, v"),
        arguments(
            "of a part of WITH",
            "with q as (select /*+ FRESH_MV */ a from <w>) select * from q, w"),
        arguments(
            "of one part of a union",
            "select a from v union all select /*+ FRESH_MV */ a from <v> union select a from v"),
        arguments(
            "not what WITH calls so",
            "with v (a) as (select 1), w as materialized (select 2) select /*+ FRESH_MV */ * from v, w, <main.v>, <x>"),
        arguments("not a function", "select /*+ FRESH_MV */ * from v(1), <w>"),
        arguments("only those that are named", "select /*+ FRESH_MV(v) */ * from <v>, w"),
        arguments("also by another name", "select /*+ FRESH_MV(X, w) */ * from v, {v} x, <w>"),
        arguments(
            "in their order",
            "select /*+ FRESH_MV */ (select /*+ FRESH_MV */ 1 from <v>) from <w>"),
        arguments(
            "behind a comparison",
            "select /*+ FRESH_MV */ a is not distinct from b, a is distinct from c from <v>"),
        arguments(
            "behind functions with FROM",
            "select /*+ FRESH_MV */ extract(year from d), trim(both from b) from <v>"),
        arguments(
            "of a query that is inserted",
            "insert into t select /*+ FRESH_MV */ a, b from <v> on conflict (a) do update set b = 1, w = 2"),
        arguments("of a table that is made", "create table t as select /*+ FRESH_MV */ * from <v>"),
        arguments(
            "of a query that is explained", "explain query plan select /*+ FRESH_MV */ * from <v>"),
        arguments(
            "laterally", "select /*+ FRESH_MV */ * from only <v>, lateral (select 1 from w) x"),
        arguments(
            "behind columns with strange names",
            "select /*+ FRESH_MV */ start, lock, x.window, minus from <v> join <w> on start = w.for"),
        arguments(
            "of a part of what MINUS takes away",
            "select /*+ FRESH_MV */ 1 minus select a, v from v"),
        arguments("of each statement", "select /*+ FRESH_MV */ 1 from <v>; select 2 from v"),
        arguments("not by another statement", "insert /*+ FRESH_MV */ into t select * from v"),
        arguments("not further on", "select a /*+ FRESH_MV */ from v"),
        arguments("not by a comment", "select /* FRESH_MV */ a from v"),
        arguments("not by another hint", "select /*+ NO_FRESH_MV FRESH_MVS */ a from v"),
        arguments("not by a string", "select '/*+ FRESH_MV */', a from v"),
        arguments("what does not end", "select /*+ FRESH_MV */ * from <v> where (a = 'b"),
        arguments("nothing at all", "select /*+ FRESH_MV */ 1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theTablesAre(String name, String marked) {
    String sql = marked.replaceAll("[<>{}]", "");
    StringBuilder shown = new StringBuilder(sql);
    List<FreshRead> reads = FreshRead.in(sql, LexicalRules.SQLITE);
    for (int i = reads.size() - 1; i >= 0; i--) {
      FreshRead read = reads.get(i);
      shown.insert(read.end(), read.called() ? '}' : '>');
      shown.insert(read.start(), read.called() ? '{' : '<');
    }
    assertThat(shown).hasToString(marked);
  }

  @Test
  void aNameIsKnownWithItsSchema() {
    String sql = "select /*+ FRESH_MV */ * from main . \"v\"";
    FreshRead read = FreshRead.in(sql, LexicalRules.STANDARD).get(0);
    assertThat(read.name()).hasToString("main.\"v\"");
    assertThat(sql.substring(read.last(), read.end())).isEqualTo("\"v\"");
    assertThat(read.name().schema().map(Name::text).stream().collect(Collectors.joining()))
        .isEqualTo("main");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "select /*+ FRESH_MV */ a from v, select /*           */ a from v",
        "select /*+fresh_mv(v w)*/ a from v, select /*              */ a from v",
        "select /*+ A(b) FRESH_MV ( v ) C */ 1, select /*+ A(b)                C */ 1",
        "select --+ FRESH_MV, select --",
        "select /*+ NO_FRESH_MV */ 1, select /*+ NO_FRESH_MV */ 1",
        "select '/*+ FRESH_MV */', select '/*+ FRESH_MV */'",
        "select a /*+ FRESH_MV */, select a /*+ FRESH_MV */",
      })
  void withoutItsHintsATextIsAsLong(String sql, String without) {
    String text = FreshRead.withoutHints(sql, LexicalRules.STANDARD);
    assertThat(text).hasSameSizeAs(sql);
    assertThat(text.stripTrailing()).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1", "select fresh_mv from t", "select /*+ ALL_ROWS */ 1", ""})
  void aTextWithoutTheHintIsNotLookedAt(String sql) {
    assertThat(FreshRead.mayBeIn(sql)).isFalse();
  }
}
