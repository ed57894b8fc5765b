package org.mview.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedRunTest {
  private static final Effort THIRTY_ROUNDS =
      new Effort(1, 30, Duration.ofMillis(1), Duration.ofNanos(5_000));

  private final FakeClock clock = new FakeClock();
  private final List<String> done = new ArrayList<>();

  @Test
  void aRatioIsThatOfTheTimesOfOneOperation() throws SQLException {
    List<Round> rounds = run(THIRTY_ROUNDS, worker("raw", 100), worker("ours", 120));

    assertThat(Measurement.of(rounds, 1).ratio().median()).isCloseTo(1.2, within(1e-9));
    assertThat(Measurement.of(rounds, 0).cpu().median()).isCloseTo(100, within(1e-9));
    assertThat(Measurement.of(rounds, 0).wall().median()).isCloseTo(200, within(1e-9));
  }

  @Test
  void aMachineThatIsSlowForAWhileChangesTheTimesAndNotTheRatio() throws SQLException {
    List<Round> rounds =
        run(
            THIRTY_ROUNDS,
            worker("raw", 100),
            worker("ours", 120),
            new Subject() {
              @Override
              public void prepare() {
                clock.slowDown(done.size() / 20 % 2 == 0 ? 1 : 4);
              }

              @Override
              public void run(int operations) {}
            });

    Measurement ours = Measurement.of(rounds, 1);
    assertThat(ours.cpu().high()).isGreaterThan(1.5 * ours.cpu().low());
    assertThat(ours.ratio().median()).isCloseTo(1.2, within(0.05));
  }

  @Test
  void everyWayIsMeasuredOnceARoundInChangingOrder() throws SQLException {
    run(new Effort(1, 20, Duration.ZERO, Duration.ZERO), worker("a", 1), worker("b", 1));

    assertThat(done).hasSize(40);
    List<List<String>> rounds = new ArrayList<>();
    for (int i = 0; i < done.size(); i += 2) {
      rounds.add(done.subList(i, i + 2));
    }
    assertThat(rounds).allSatisfy(r -> assertThat(r).containsExactlyInAnyOrder("a 1", "b 1"));
    assertThat(rounds).contains(List.of("a 1", "b 1"), List.of("b 1", "a 1"));
  }

  @Test
  void aSliceHasAsManyOperationsAsTheFirstWayDoesInItsTime() throws SQLException {
    run(THIRTY_ROUNDS, worker("raw", 100), worker("ours", 1_000));

    assertThat(done.subList(done.size() - 60, done.size())).containsOnly("raw 25", "ours 25");
  }

  @Test
  void thePreparationOfASliceTakesNoTime() throws SQLException {
    Subject prepared =
        new Subject() {
          @Override
          public void prepare() {
            clock.work(1_000_000);
          }

          @Override
          public void run(int operations) {
            clock.work(100L * operations);
          }
        };

    assertThat(run(THIRTY_ROUNDS, prepared).get(0).slices().get(0).cpu()).isEqualTo(100);
  }

  private List<Round> run(Effort effort, Subject... subjects) throws SQLException {
    return new PairedRun(List.of(subjects), effort, new Random(1), clock).rounds();
  }

  private Subject worker(String name, long nanos) {
    return operations -> {
      done.add(name + " " + operations);
      clock.work(nanos * operations);
    };
  }
}
