package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mview.command.RefreshQueue.Place;

/** Which view is refreshed next. */
@Timeout(20)
class RefreshQueueTest {
  private static Place view(long id, Long... behind) {
    return new Place(id, Set.of(behind), Set.of(id));
  }

  private static Place locking(long id, Long... locks) {
    return new Place(id, Set.of(), Arrays.stream(locks).collect(Collectors.toSet()));
  }

  @Test
  void aViewIsBehindThoseThatItReads() throws InterruptedException {
    RefreshQueue queue =
        new RefreshQueue(List.of(view(4, 2L, 3L, 1L), view(1), view(2, 1L), view(3, 1L)));
    assertThat(queue.take()).hasValue(1);
    queue.done(1);
    assertThat(queue.take()).hasValue(2);
    assertThat(queue.take()).hasValue(3);
    CompletableFuture<OptionalLong> fourth = CompletableFuture.supplyAsync(() -> taken(queue));
    queue.done(2);
    queue.done(3);
    assertThat(fourth.join()).hasValue(4);
    queue.done(4);
    assertThat(queue.take()).isEmpty();
    assertThat(queue.awaitEnd(Duration.ofMillis(1))).isTrue();
  }

  private static OptionalLong taken(RefreshQueue queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void oneThatLocksWhatAnotherLocksIsPassedOver() throws InterruptedException {
    RefreshQueue queue =
        new RefreshQueue(List.of(locking(1, 10L), locking(2, 10L, 11L), locking(3, 12L)));
    assertThat(queue.take()).hasValue(1);
    assertThat(queue.take()).hasValue(3);
    queue.done(1);
    assertThat(queue.take()).hasValue(2);
  }

  @Test
  void whatReadsAViewThatIsLeftIsLeftToo() throws InterruptedException {
    RefreshQueue queue = new RefreshQueue(List.of(view(1), view(2, 1L), view(3)));
    assertThat(queue.take()).hasValue(1);
    queue.left(1);
    assertThat(queue.take()).hasValue(3);
    queue.done(3);
    assertThat(queue.take()).isEmpty();
  }

  @Test
  void whenItIsStoppedNoneIsBegunAndThoseThatRunAreWaitedFor() throws InterruptedException {
    RefreshQueue queue = new RefreshQueue(List.of(view(1), view(2)));
    assertThat(queue.take()).hasValue(1);
    queue.stop();
    assertThat(queue.take()).isEmpty();
    assertThat(queue.awaitEnd(Duration.ofMillis(1))).isFalse();
    queue.left(1);
    assertThat(queue.awaitEnd(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void twoThatReadEachOtherOrLockOneLogHaveNoCompany() {
    assertThat(RefreshQueue.hasCompany(List.of(view(1), view(2, 1L)))).isFalse();
    assertThat(RefreshQueue.hasCompany(List.of(locking(1, 9L), locking(2, 9L)))).isFalse();
    assertThat(RefreshQueue.hasCompany(List.of(view(1), view(2, 1L), view(3, 1L)))).isTrue();
    assertThat(RefreshQueue.hasCompany(List.of(view(1)))).isFalse();
  }
}
