package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mview.session.Verdict.Effect;

class TextTransactionTest {
  private static final Verdict.Watched BEGIN = new Verdict.Watched(Effect.BEGINS);
  private static final Verdict.Watched OUTER = new Verdict.Watched(Effect.SETS_SAVEPOINT, "outer");
  private static final Verdict.Watched INNER = new Verdict.Watched(Effect.SETS_SAVEPOINT, "inner");

  private final TextTransaction transaction = new TextTransaction();

  @Test
  void noneIsOpenAtFirst() {
    assertThat(transaction.isOpen()).isFalse();
    assertThat(transaction.endsWith(OUTER)).isFalse();
  }

  @Test
  void beginOpensOneThatNoReleaseEnds() {
    transaction.begun(BEGIN, true);
    transaction.begun(INNER, true);
    assertThat(transaction.isOpen()).isTrue();
    assertThat(transaction.endsWith(INNER)).isFalse();
    assertThat(transaction.endsWith(BEGIN)).isFalse();
  }

  @Test
  void theOutermostSavepointOpensOneAndItsReleaseEndsIt() {
    transaction.begun(OUTER, true);
    transaction.begun(INNER, true);
    assertThat(transaction.isOpen()).isTrue();
    assertThat(transaction.endsWith(INNER)).isFalse();
    assertThat(transaction.endsWith(new Verdict.Watched(Effect.RELEASES_SAVEPOINT, "OUTER")))
        .isTrue();
  }

  @Test
  void withoutAutocommitTheConnectionHasATransactionAnyway() {
    transaction.begun(OUTER, false);
    assertThat(transaction.isOpen()).isFalse();
  }

  @Test
  void afterItsEndASavepointOpensAnother() {
    transaction.begun(OUTER, true);
    transaction.ended();
    assertThat(transaction.isOpen()).isFalse();
    transaction.begun(INNER, true);
    assertThat(transaction.endsWith(OUTER)).isFalse();
    assertThat(transaction.endsWith(INNER)).isTrue();
  }
}
