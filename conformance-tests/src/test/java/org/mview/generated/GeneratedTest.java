package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs scripts that nobody wrote until enough rows have been changed.
 *
 * <p>{@code -Dmview.seed=…} gives the seed of the first script, {@code -Dmview.steps=…} the number
 * of statements that change rows; with {@code -Dmview.minutes=…} it goes on for as long as that at
 * least. A script that fails is printed at once, made as small as it gets in two minutes, or in
 * {@code -Dmview.patience=…} seconds.
 */
class GeneratedTest {
  private static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("mview.patience", 120));

  private final long seed = Long.getLong("mview.seed", 1);
  private final Duration least = Duration.ofMinutes(Long.getLong("mview.minutes", 0));
  private final long begin = System.nanoTime();

  @TempDir Path folder;

  static List<Idiom> everyViewIsItsQueryAfterEveryCommitAndRefresh() {
    return Idioms.chosenAndOthers();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void everyViewIsItsQueryAfterEveryCommitAndRefresh(Idiom idiom) throws Exception {
    Coverage coverage = new Coverage();
    AtomicLong next = new AtomicLong(seed);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Callable<Optional<String>>> runs =
          Collections.nCopies(WORKERS, () -> run(idiom, next, coverage));
      List<Future<Optional<String>>> ended = workers.invokeAll(runs);
      System.out.printf("%s, seeds %d to %d: %s", idiom, seed, next.get() - 1, coverage);
      for (Future<Optional<String>> run : ended) {
        run.get().ifPresent(Assertions::fail);
      }
    } finally {
      workers.shutdownNow();
    }
    if (Idioms.steps(idiom) >= idiom.changes()) {
      assertEverythingHappened(idiom, coverage);
    }
  }

  /** Runs script after script; answers what was found, if anything. */
  private Optional<String> run(Idiom idiom, AtomicLong next, Coverage coverage)
      throws SQLException {
    while (coverage.changes() < Idioms.steps(idiom) || !hasLastedLongEnough()) {
      Script script = RandomScript.of(idiom, next.getAndIncrement(), idiom.perScript());
      Optional<Finding> finding = new ScriptRun(script, coverage, folder).run();
      if (finding.isPresent()) {
        String report = report(script, finding.get());
        System.out.println(report);
        return Optional.of(report);
      }
    }
    return Optional.empty();
  }

  private boolean hasLastedLongEnough() {
    return System.nanoTime() - begin >= least.toNanos();
  }

  /** A long run has everything in it, a short one with a seed of its own need not. */
  private static void assertEverythingHappened(Idiom idiom, Coverage coverage) {
    assertThat(coverage.foretold())
        .as("foretold\n%s", coverage)
        .isGreaterThan(idiom.changes() / 100);
    for (StatementClass kind : StatementClass.values()) {
      assertThat(coverage.succeeded(kind) >= idiom.least() || idiom.lacks().contains(kind))
          .as("%s\n%s", kind, coverage)
          .isTrue();
    }
    for (ViewClass kind : ViewClass.values()) {
      assertThat(coverage.created(kind))
          .as("%s\n%s", kind, coverage)
          .isGreaterThanOrEqualTo(idiom.least());
      assertThat(coverage.fast(kind) >= idiom.least() || !kind.isDerivable())
          .as("%s fast\n%s", kind, coverage)
          .isTrue();
    }
    for (Feature feature : Feature.values()) {
      assertThat(
              coverage.created(feature) >= (idiom.least() + 1) / 2
                  || idiom.lacks().contains(feature))
          .as("%s\n%s", feature, coverage)
          .isTrue();
    }
  }

  private String report(Script script, Finding finding) {
    Script smallest =
        new Shrinking(smaller -> shows(smaller, finding), PATIENCE)
            .smallest(finding.ending(script));
    Finding last = find(smallest).orElse(finding);
    return "-Dmview.seed=%d\n%s\n\n%s".formatted(script.seed(), last, smallest.text());
  }

  private boolean shows(Script script, Finding finding) {
    return find(script).filter(f -> f.isLike(finding)).isPresent();
  }

  private Optional<Finding> find(Script script) {
    try {
      return new ScriptRun(script, new Coverage(), folder).run();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
