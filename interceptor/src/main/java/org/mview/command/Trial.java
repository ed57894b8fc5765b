package org.mview.command;

import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;

import java.sql.SQLException;
import java.util.Set;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Masters;
import org.mview.refresh.PlannedRefresh;

/**
 * Has the database plan what the refreshes of a new view will run: it may know no equality for a
 * type, and would else say so at a commit only.
 */
final class Trial {
  private static final Set<RefreshMethod> REFRESHED_FAST =
      Set.of(RefreshMethod.FAST, RefreshMethod.FORCE);

  private final Work work;

  Trial(Work work) {
    this.work = work;
  }

  /**
   * Nothing is run.
   *
   * @throws MViewException NOT_FAST_REFRESHABLE, when the database does not take a statement; the
   *     transaction cannot go on then
   */
  void of(CompiledView compiled) throws SQLException {
    if (!isNeeded(compiled)) {
      return;
    }
    for (boolean insertsOnly : new boolean[] {true, false}) {
      PlannedRefresh planned =
          PlannedRefresh.of(compiled, insertsOnly, work.catalog(), work.database());
      try {
        planned.tryOut(work.stages(), work.database());
      } catch (SQLException e) {
        throw refused(compiled.view(), e);
      }
    }
  }

  private boolean isNeeded(CompiledView compiled) {
    return work.database().dialect().can(Capability.TYPED_EXPRESSIONS)
        && REFRESHED_FAST.contains(compiled.view().properties().method())
        && compiled.kept().isPresent()
        && Masters.of(compiled.kept().get().content()).stream()
            .allMatch(master -> work.catalog().log(master).isPresent());
  }

  /** What the database says of the first statement of a refresh that it does not take. */
  static MViewException refused(View view, SQLException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return NOT_FAST_REFRESHABLE.of(view.name(), new Reason(first)).because(e);
  }
}
