package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs scripts that nobody wrote, and reads their views with FRESH_MV after each statement, in the
 * session that has made it: that must give the rows of the query, and change nothing.
 *
 * <p>{@code -Dmview.seed=…} gives the seed of the first script, {@code -Dmview.steps=…} the number
 * of statements that change rows.
 */
class FreshReadingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int USUAL = 3_000;

  /** Short scripts: each has views of its own. */
  private static final int CHANGES_PER_SCRIPT = 40;

  /** PostgreSQL takes its time. */
  private static final int USUAL_ON_SERVER = 300;

  /** So many comparisons, at least, for each statement that changes rows. */
  private static final double LEAST = 0.2;

  private final long seed = Long.getLong("mview.seed", 1);

  @TempDir Path folder;

  static List<Idiom> whatIsReadIsTheQueryAfterEveryStatement() {
    return Idioms.chosen();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatIsReadIsTheQueryAfterEveryStatement(Idiom idiom) throws SQLException {
    int usual = idiom.database().equals("sqlite") ? USUAL : USUAL_ON_SERVER;
    int steps = Integer.getInteger("mview.steps", usual);
    FreshCourse.Count count = new FreshCourse.Count();
    for (long next = seed; count.changes() < steps; next++) {
      Script script = RandomScript.of(idiom, next, CHANGES_PER_SCRIPT);
      Optional<Finding> finding = run(script, count);
      finding.ifPresent(found -> Assertions.fail(report(script, found)));
    }
    System.out.printf("%s from seed %d: %s%n", idiom, seed, count);
    assertThat(count.comparisons()).as("%s", count).isGreaterThan((int) (steps * LEAST));
  }

  private Optional<Finding> run(Script script, FreshCourse.Count count) throws SQLException {
    Setup setup = script.setup();
    try (Place.Twins twins = script.idiom().place().make(setup, folder);
        Application ours =
            new Application(setup.sessions(), script.idiom().literals(), twins::ours)) {
      return new FreshCourse(script, ours, count).run();
    }
  }

  private String report(Script script, Finding finding) {
    Script smallest =
        new Shrinking(smaller -> find(smaller).filter(finding::isLike).isPresent(), PATIENCE)
            .smallest(finding.ending(script));
    Finding last = find(smallest).orElse(finding);
    return "-Dmview.seed=%d\n%s\n\n%s".formatted(script.seed(), last, smallest.text());
  }

  private Optional<Finding> find(Script script) {
    try {
      return run(script, new FreshCourse.Count());
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
