package org.mview.generated;

import java.util.List;

/**
 * What an application says about its transactions, in SQL.
 *
 * @param begins texts that begin one; empty where only calls do
 * @param bySavepoint in how many of a hundred cases a savepoint begins one
 * @param rollbacksTo texts before the name of a savepoint
 * @param endFirst whether applications of several sessions commit before a statement of ours: when
 *     another session stands in its way, nobody can say whether it has committed already
 * @param openElsewhere answers a row while a session has a transaction open that may rely on the
 *     note of a change: that note then stays when a view is refreshed completely, which is STALE
 *     for longer than it is. Empty where there is one writer
 */
record Transactions(
    List<String> begins,
    int bySavepoint,
    List<String> ends,
    List<String> rollbacksTo,
    boolean endFirst,
    String openElsewhere) {}
