package org.mview.command;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.catalog.RefreshRun;

/**
 * Keeps what is measured of a call that refreshes views, when it is over, in a transaction of its
 * own: whether that succeeds makes no difference to the call.
 */
final class RefreshHistory {
  private final Transactions transactions;
  private final RefreshRun.Options options;

  RefreshHistory(Transactions transactions, RefreshRun.Options options) {
    this.transactions = transactions;
    this.options = options;
  }

  /** What refreshes views. */
  @FunctionalInterface
  interface Call<T> {
    /** Does it. */
    T run(RefreshMeasures measures) throws SQLException;
  }

  /** What refreshes views inside a transaction. */
  @FunctionalInterface
  interface InOne {
    /** Does it. */
    void run(Work work, RefreshMeasures measures) throws SQLException;
  }

  /** Does all that is asked for in one transaction. */
  void ofOne(InOne call) throws SQLException {
    of(measures -> inOne(measures, call));
  }

  /** Does a part of what is asked for in a transaction of its own. */
  boolean inOne(RefreshMeasures measures, InOne part) throws SQLException {
    return measures.transaction(
        () ->
            transactions.runChangingRows(
                work -> {
                  part.run(work, measures);
                  return true;
                }));
  }

  /** The same beside other parts, which have measures of their own. */
  static void inOne(Company.Member member, Warnings said, RefreshMeasures measures, InOne part)
      throws SQLException {
    var unused =
        measures.transaction(
            () ->
                member.run(
                    said,
                    work -> {
                      part.run(work, measures);
                      return true;
                    }));
  }

  /** Does all that is asked for; its error, if it fails, is the error of the call. */
  <T> T of(Call<T> call) throws SQLException {
    RefreshMeasures measures = new RefreshMeasures();
    long begin = System.nanoTime();
    T result;
    try {
      result = call.run(measures);
    } catch (SQLException | RuntimeException e) {
      keepBeside(measures, begin, e);
      throw e;
    }
    try {
      keep(measures, begin);
    } catch (SQLException | RuntimeException e) {
      measures.warn("no statistics are kept of this refresh: " + e.getMessage());
    }
    return result;
  }

  private void keepBeside(RefreshMeasures measures, long begin, Exception failure) {
    try {
      keep(measures, begin);
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void keep(RefreshMeasures measures, long begin) throws SQLException {
    Optional<RefreshRun> run = measures.run(options, (System.nanoTime() - begin) / 1e9);
    if (run.isPresent()) {
      transactions.run(
          work -> {
            work.registry().statistics().add(run.get(), work.catalog(), work.now());
            return true;
          });
    }
  }
}
