package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The statement of a view, with REFRESH FAST. */
class FastTextTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(
            "create materialized view v as select 1",
            "create materialized view v REFRESH FAST as select 1"),
        arguments(
            "create materialized view v refresh on demand as (select 1)",
            "create materialized view v refresh FAST on demand as (select 1)"),
        arguments(
            "create materialized view v refresh complete on commit as select 1;",
            "create materialized view v refresh FAST on commit as select 1"),
        arguments(
            "create materialized view v refresh on demand force as select 1",
            "create materialized view v refresh on demand FAST as select 1"),
        arguments(
            "create materialized view v refresh next sysdate + (1 / 24) as select 1",
            "create materialized view v refresh FAST next sysdate + (1 / 24) as select 1"),
        arguments(
            "create materialized view v never refresh as select 1",
            "create materialized view v REFRESH FAST as select 1"),
        arguments(
            "create materialized view v tablespace x enable query rewrite as select 1",
            "create materialized view v tablespace x REFRESH FAST enable query rewrite as select 1"),
        arguments(
            "create materialized view v build deferred refresh fast as select 1\n/\n",
            "create materialized view v build deferred refresh fast as select 1"),
        arguments(
            "create materialized view refresh (complete) as select 1",
            "create materialized view refresh (complete) REFRESH FAST as select 1"),
        arguments(
            "create materialized view \"as\" as select refresh from complete",
            "create materialized view \"as\" REFRESH FAST as select refresh from complete"),
        arguments(
            "/* mine */ create snapshot v -- as\n as with c as (select 1) select * from c",
            "create snapshot v -- as\n REFRESH FAST as with c as (select 1) select * from c"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void onlyTheMethodIsAnother(String text, String expected) {
    CreateMaterializedView create = FastText.parsed(text, LexicalRules.STANDARD);
    String fast = FastText.of(text, create, LexicalRules.STANDARD);
    assertThat(fast).isEqualTo(expected);
    assertThat(FastText.parsed(fast, LexicalRules.STANDARD).refresh().method())
        .hasToString("Optional[FAST]");
  }
}
