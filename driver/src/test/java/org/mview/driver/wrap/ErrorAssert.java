package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/** For an SQLException, which is also the Iterable of those after it. */
final class ErrorAssert {
  private ErrorAssert() {}

  static AbstractThrowableAssert<?, ? extends Throwable> assertThatError(
      @Nullable Throwable error) {
    return assertThat(error);
  }
}
