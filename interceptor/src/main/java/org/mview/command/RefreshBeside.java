package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.RefreshRun;

/**
 * Refreshes views beside each other, each in its own transaction, if the call asks for it by
 * PARALLELISM, and as far as that can be done.
 */
final class RefreshBeside {
  /** So many connections are used, at most, whatever a call asks for. */
  private static final int MOST = 64;

  private final Transactions transactions;
  private final RefreshViews.Request request;

  RefreshBeside(Transactions transactions, RefreshViews.Request request) {
    this.transactions = transactions;
    this.request = request;
  }

  /** A call may ask for it where there is one transaction, and so one connection. */
  static void warnIfAtomic(RefreshRun.Options options, Warnings warnings) {
    warn(
        options,
        "with atomic_refresh => TRUE all views are refreshed in one transaction",
        warnings);
  }

  /** The same of a refresh group. */
  static void warnOfGroup(int parallelism, Warnings warnings) {
    warn(parallelism, "the views of a group are refreshed in one transaction", warnings);
  }

  private static void warn(RefreshRun.Options options, String why, Warnings warnings) {
    warn(options.parallelism(), why, warnings);
  }

  private static void warn(int parallelism, String why, Warnings warnings) {
    if (parallelism > 1) {
      warnings.add("parallelism => %s has no effect: %s".formatted(parallelism, why));
    }
  }

  /** Refreshes what it can; what it has not tried is to be refreshed alone, in order. */
  Attempts run(RefreshMeasures measures) throws SQLException {
    if (request.options().parallelism() <= 1) {
      return new Attempts();
    }
    Company company = transactions.company();
    Optional<String> obstacle =
        request.methods().size() < 2 ? Optional.of("there is one view") : company.obstacle();
    List<RefreshQueue.Place> places =
        obstacle.isPresent()
            ? List.of()
            : new RefreshPlaces(transactions).of(request.methods().keySet());
    if (!RefreshQueue.hasCompany(places)) {
      warn(
          request.options(),
          obstacle.orElse("these views read each other, or one log, or are to be refreshed alone"),
          transactions.warnings());
      return new Attempts();
    }
    int members = Math.min(Math.min(request.options().parallelism(), MOST), places.size());
    RefreshCrew crew = new RefreshCrew(company, request, new RefreshQueue(places));
    crew.run(members);
    return crew.attempts(measures, transactions.warnings());
  }
}
