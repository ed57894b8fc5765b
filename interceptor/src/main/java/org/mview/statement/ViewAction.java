package org.mview.statement;

/** What ALTER MATERIALIZED VIEW may do beyond changing how a view is refreshed. */
public enum ViewAction {
  ENABLE_QUERY_REWRITE(Clause.ENABLE_QUERY_REWRITE),
  DISABLE_QUERY_REWRITE(Clause.DISABLE_QUERY_REWRITE),
  ENABLE_ON_QUERY_COMPUTATION(Clause.ENABLE_ON_QUERY_COMPUTATION),
  DISABLE_ON_QUERY_COMPUTATION(Clause.DISABLE_ON_QUERY_COMPUTATION),
  ENABLE_CONCURRENT_REFRESH(Clause.ENABLE_CONCURRENT_REFRESH),
  DISABLE_CONCURRENT_REFRESH(Clause.DISABLE_CONCURRENT_REFRESH),
  /** Checks the view anew against its tables. */
  COMPILE(Clause.COMPILE),
  /** Takes the view for fresh as it is: the pending changes are dropped. */
  CONSIDER_FRESH(Clause.CONSIDER_FRESH);

  private final Clause clause;

  ViewAction(Clause clause) {
    this.clause = clause;
  }

  Clause clause() {
    return clause;
  }
}
