package org.mview.statement;

import java.util.Optional;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.RowIdentity;

/**
 * How and when a view is refreshed, as far as a statement says so.
 *
 * <p>What it leaves open has Oracle's default in CREATE, and stays as it is in ALTER.
 *
 * @param startWith when the first automatic refresh is due: an expression that gives a date
 * @param next when the following one is due: an expression that is evaluated at each refresh
 */
public record RefreshClause(
    Optional<RefreshMethod> method,
    Optional<RefreshMode> mode,
    Optional<SourceText> startWith,
    Optional<SourceText> next,
    Optional<RowIdentity> identity,
    Optional<ConstraintTrust> constraints) {

  /** Nothing is said. */
  public static final RefreshClause NONE =
      new RefreshClause(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** NEVER REFRESH, which leaves nothing else to say. */
  public static final RefreshClause NEVER =
      new RefreshClause(
          Optional.of(RefreshMethod.NEVER),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public RefreshClause {
    boolean never = method.filter(some -> some == RefreshMethod.NEVER).isPresent();
    boolean onDemand = mode.filter(some -> some != RefreshMode.DEMAND).isEmpty();
    boolean scheduled = startWith.isPresent() || next.isPresent();
    if (never && (mode.isPresent() || scheduled)) {
      throw new IllegalArgumentException("what is never refreshed has no mode and no schedule");
    }
    if (!onDemand && scheduled) {
      throw new IllegalArgumentException("only a refresh on demand has a schedule");
    }
  }

  /** Whether refreshes run by the clock. */
  public boolean isScheduled() {
    return startWith.isPresent() || next.isPresent();
  }
}
