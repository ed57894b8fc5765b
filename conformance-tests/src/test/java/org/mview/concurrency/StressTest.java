package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;

/**
 * Many connections change the masters of many views at random. {@code -Dmview.stress.seconds=…}
 * says how long, {@code -Dmview.seed=…} repeats what each of them does, though not when.
 */
class StressTest {
  private static final double SECONDS_BETWEEN_CHECKS = 2.5;

  private final int seconds = Integer.getInteger("mview.stress.seconds", 10);
  private final long seed = Long.getLong("mview.seed", System.nanoTime() % 1_000_000);

  static Stream<Server> servers() {
    return Server.chosenAndOthers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whenAllPauseEveryViewIsRight(Server server) throws Exception {
    Tally tally = new Tally();
    try (FreshDatabase database = server.database().create();
        OtherProgram other = new OtherProgram()) {
      List<Worker.Opener> writers =
          List.of(
              database::connect,
              database::connect,
              () -> other.connect(database.url()),
              database::connectRaw,
              database::connectRaw);
      Stress stress = new Stress(server, database, writers, tally, seed);
      for (double past = 0; past < seconds; past += SECONDS_BETWEEN_CHECKS) {
        stress.run(Math.min(SECONDS_BETWEEN_CHECKS, seconds - past));
        assertThat(stress.wrong()).as("seed %d, %s", seed, tally).isEmpty();
      }
    } finally {
      System.out.println("seed " + seed + ": " + tally);
    }
    assertThat(tally.of(Writer.COMMITS)).isPositive();
  }
}
