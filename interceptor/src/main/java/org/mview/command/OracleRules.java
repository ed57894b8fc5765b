package org.mview.command;

import org.mview.algebra.Relation;
import org.mview.algebra.Window;
import org.mview.command.Options.Compatibility;
import org.mview.statement.query.Understanding;

/** What we could refresh fast, and Oracle does not. */
final class OracleRules {
  private final boolean hold;

  private OracleRules(boolean hold) {
    this.hold = hold;
  }

  /** They hold where they are asked for. */
  static OracleRules of(Options options) {
    return new OracleRules(options.compatibility() == Compatibility.ORACLE);
  }

  /** Why a query is only ever run as it is; empty if it need not be. */
  String against(Understanding understanding) {
    return hold && understanding instanceof Understanding.Clear clear && hasWindow(clear.relation())
        ? "an analytic function, OVER (…), is not refreshed fast with mview.compatibility=oracle"
        : "";
  }

  private static boolean hasWindow(Relation relation) {
    return relation instanceof Window
        || relation.inputs().stream().anyMatch(OracleRules::hasWindow);
  }
}
