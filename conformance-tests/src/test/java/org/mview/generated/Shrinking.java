package org.mview.generated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a script smaller, as long as it still shows what it showed: leaves out steps, large pieces
 * first, then pieces of the views, then rows of batches.
 *
 * @see "Zeller, Hildebrandt: Simplifying and Isolating Failure-Inducing Input, IEEE TSE 28(2),
 *     2002"
 */
final class Shrinking {
  private final Predicate<Script> shows;
  private final long end;

  /**
   * Makes scripts smaller.
   *
   * @param patience after which the smallest found so far has to do
   */
  Shrinking(Predicate<Script> shows, Duration patience) {
    this.shows = shows;
    this.end = System.nanoTime() + patience.toNanos();
  }

  Script smallest(Script script) {
    Script before;
    Script now = script;
    do {
      before = now;
      now = withSmallerSteps(withFewerSteps(now));
    } while (now.steps().size() < before.steps().size() && !isOver());
    return now;
  }

  private boolean isOver() {
    return System.nanoTime() > end;
  }

  private Script withFewerSteps(Script script) {
    Script now = script;
    for (int size = now.steps().size() / 2; size > 0; size = size / 2) {
      for (int from = now.steps().size() - size; from >= 0 && !isOver(); from -= size) {
        List<Step> fewer = new ArrayList<>(now.steps());
        fewer.subList(from, Math.min(from + size, fewer.size())).clear();
        Script smaller = now.with(fewer);
        if (shows.test(smaller)) {
          now = smaller;
          from = Math.min(from, now.steps().size());
        }
      }
    }
    return now;
  }

  private Script withSmallerSteps(Script script) {
    Script now = script;
    for (int i = 0; i < now.steps().size(); i++) {
      boolean found = true;
      while (found && !isOver()) {
        found = false;
        for (Step smaller : smaller(now.steps().get(i))) {
          List<Step> steps = new ArrayList<>(now.steps());
          steps.set(i, smaller);
          if (!isOver() && shows.test(now.with(steps))) {
            now = now.with(steps);
            found = true;
            break;
          }
        }
      }
    }
    return now;
  }

  private static List<Step> smaller(Step step) {
    List<Step> smaller = new ArrayList<>();
    if (step instanceof Step.CreateView create) {
      for (ViewModel view : create.view().smaller()) {
        smaller.add(new Step.CreateView(create.session(), view));
      }
    } else if (step instanceof Step.Prepared prepared && prepared.rows().size() > 1) {
      for (int i = 0; i < prepared.rows().size(); i++) {
        smaller.add(
            new Step.Prepared(
                prepared.session(),
                prepared.sql(),
                QueryBlock.without(prepared.rows(), i),
                prepared.batch()));
      }
    }
    return smaller;
  }
}
