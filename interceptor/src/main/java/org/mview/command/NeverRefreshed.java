package org.mview.command;

import static org.mview.error.MViewError.NEVER_REFRESHED;

import org.mview.catalog.View;

/**
 * A view that is NEVER REFRESH: a call that asks for it all the same is ignored, and it is said.
 */
final class NeverRefreshed {
  private final Work work;

  NeverRefreshed(Work work) {
    this.work = work;
  }

  void skip(View view) {
    if (work.options().compatibility() == Options.Compatibility.ORACLE) {
      throw NEVER_REFRESHED.of(view.name());
    }
    work.warnings()
        .add("materialized view %s is NEVER REFRESH: left as it is".formatted(view.name()), 23538);
  }
}
