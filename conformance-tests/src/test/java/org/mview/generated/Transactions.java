package org.mview.generated;

import java.util.List;

/**
 * What an application says about its transactions, in SQL.
 *
 * @param begins texts that begin one
 * @param bySavepoint in how many of a hundred cases a savepoint begins one
 * @param rollbacksTo texts before the name of a savepoint
 * @param endFirst whether applications of several sessions commit before a statement of ours: when
 *     another session stands in its way, nobody can say whether it has committed already
 */
record Transactions(
    List<String> begins,
    int bySavepoint,
    List<String> ends,
    List<String> rollbacksTo,
    boolean endFirst) {}
