package org.mview.delta;

import java.util.List;
import java.util.Optional;

/**
 * How a container is brought up to date with one kind of change.
 *
 * @param otherwise the plan to take when the database found a value that is not exact, which this
 *     plan must not add up
 */
public record RefreshPlan(List<Step> steps, Optional<RefreshPlan> otherwise) {
  public RefreshPlan {
    steps = List.copyOf(steps);
  }

  static RefreshPlan of(Step... steps) {
    return new RefreshPlan(List.of(steps), Optional.empty());
  }
}
