package org.mview.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimesTest {
  @Test
  void percentilesAreTimesThatWereMeasured() {
    Times times = times(5, 1, 3, 2, 4);
    assertThat(times.median()).isEqualTo(Duration.ofNanos(3));
    assertThat(times.percentile(0)).isEqualTo(Duration.ofNanos(1));
    assertThat(times.percentile(95)).isEqualTo(Duration.ofNanos(4));
    assertThat(times.percentile(100)).isEqualTo(Duration.ofNanos(5));
    assertThatIllegalStateException().isThrownBy(() -> new Times().median());
  }

  @Test
  void theFirstThirdWarmsUp() {
    assertThat(times(900, 800, 1, 2, 3, 4).warm().percentile(100)).isEqualTo(Duration.ofNanos(4));
    assertThat(times(7).warm().count()).isEqualTo(1);
  }

  private static Times times(long... nanos) {
    Times times = new Times();
    LongStream.of(nanos).forEach(times::add);
    return times;
  }
}
