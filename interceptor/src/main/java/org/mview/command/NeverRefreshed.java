package org.mview.command;

import static org.mview.error.MViewError.NEVER_REFRESHED;

import org.mview.catalog.View;

/**
 * A view that is NEVER REFRESH: a call that asks for it all the same is ignored, and it is said.
 * With Oracle's rules a call that names it fails.
 */
final class NeverRefreshed {
  private final Work work;

  NeverRefreshed(Work work) {
    this.work = work;
  }

  /**
   * It was asked for by its name, or as the member of a group.
   *
   * @throws org.mview.error.MViewException NEVER_REFRESHED, with Oracle's rules
   */
  void skip(View view) {
    if (work.options().compatibility() == Options.Compatibility.ORACLE) {
      throw NEVER_REFRESHED.of(view.name());
    }
    passOver(view);
  }

  /** It is one of all that are stale. */
  void passOver(View view) {
    work.warnings()
        .add("materialized view %s is NEVER REFRESH: left as it is".formatted(view.name()), 23538);
  }
}
