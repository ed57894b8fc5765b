package org.mview.benchmarks.paired;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures the ways of a comparison in turns.
 *
 * <p>Others use this machine too, for seconds at a time. In a round every way runs for some dozen
 * milliseconds, in random order, so that what disturbs one disturbs its neighbours as well: the
 * ratio of two slices of one round is good although neither of their times is. What disturbs a
 * single slice falls to the median of the rounds.
 */
public final class PairedRun {
  private final List<Subject> subjects;
  private final Effort effort;
  private final Random random;
  private final Clock clock;

  /**
   * A run that has not begun.
   *
   * @param subjects one for each way; they stay the caller's to close
   */
  public PairedRun(List<Subject> subjects, Effort effort, Random random, Clock clock) {
    this.subjects = List.copyOf(subjects);
    this.effort = effort;
    this.random = random;
    this.clock = clock;
  }

  /** Warms up, then measures the rounds. */
  public List<Round> rounds() throws SQLException {
    int operations = warmUp();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < effort.rounds(); i++) {
      rounds.add(round(operations));
    }
    return rounds;
  }

  /**
   * Rounds that grow until a slice of the first way is long enough; answers how long that is. By
   * time of the processor: on a busy machine it takes longer until Java has compiled everything.
   */
  private int warmUp() throws SQLException {
    long begun = clock.cpu();
    int operations = 1;
    while (clock.cpu() - begun < effort.warmUp().toNanos()) {
      double each = round(operations).slices().get(0).wall();
      double fitting = Math.max(1, effort.slice().toNanos() / Math.max(1, each));
      operations = (int) Math.min(2.0 * operations, fitting);
    }
    return operations;
  }

  private Round round(int operations) throws SQLException {
    List<Integer> order = new ArrayList<>(IntStream.range(0, subjects.size()).boxed().toList());
    Collections.shuffle(order, random);
    Slice[] slices = new Slice[subjects.size()];
    for (int subject : order) {
      slices[subject] = Slice.of(subjects.get(subject), operations, clock);
    }
    return new Round(List.of(slices));
  }
}
