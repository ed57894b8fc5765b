package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long BEGIN = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5);

  private final Pace pace = new Pace(BEGIN);

  private static long at(double seconds) {
    return BEGIN + (long) (seconds * 1e9);
  }

  @Test
  void whatTakesNoTimeIsDoneOnceASecond() {
    assertThat(pace.isDue(at(0.999))).isFalse();
    assertThat(pace.isDue(at(1))).isTrue();
    pace.done(at(1), at(1.001));
    assertThat(pace.isDue(at(1.999))).isFalse();
    assertThat(pace.isDue(at(2.1))).isTrue();
  }

  /** Also where the numbers of the clock pass the greatest there is. */
  @Test
  void whatTakesLongIsDoneForAHundredthOfTheTime() {
    pace.done(at(2), at(2.5));
    assertThat(pace.isDue(at(52))).isFalse();
    assertThat(pace.isDue(at(52.6))).isTrue();
  }

  @Test
  void whatWasLongBeforeNeedNotBeLongNow() {
    pace.done(at(2), at(2.5));
    pace.done(at(60), at(60.001));
    assertThat(pace.isDue(at(61.2))).isTrue();
  }
}
