package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.View;
import org.mview.doctor.Finding;
import org.mview.doctor.Findings;
import org.mview.doctor.Sight;
import org.mview.refresh.CompiledView;
import org.mview.statement.CheckMaterializedViews;

/**
 * CHECK MATERIALIZED VIEWS: answers with what is not as it should be. REPAIR mends one finding
 * after the other, each in a transaction of its own, and looks again in between.
 */
final class CheckViews {
  private static final List<String> COLUMNS =
      List.of("object", "finding", "meaning", "repair", "state");

  /** What has been mended cannot be there again but by another's doing. */
  private static final int MOST_REPAIRS = 10_000;

  private final CheckMaterializedViews command;
  private final Transactions transactions;
  private final Map<Finding, String> tried = new LinkedHashMap<>();

  CheckViews(CheckMaterializedViews command, Transactions transactions) {
    this.command = command;
    this.transactions = transactions;
  }

  /** The query that answers with the findings. */
  String run() throws SQLException {
    if (command.repair()) {
      forget();
    }
    List<Finding> left = look();
    Optional<Finding> next = next(left);
    for (int i = 0; command.repair() && next.isPresent() && i < MOST_REPAIRS; i++) {
      tried.put(next.get(), mended(next.get()));
      left = look();
      next = next(left);
    }
    List<List<String>> rows = rows(left);
    return transactions.run(
        work -> new AnswerRows(work.database()).store("mview$findings", COLUMNS, rows));
  }

  /** What others remember of the registry may have been changed without a word. */
  private void forget() throws SQLException {
    transactions.run(
        work -> {
          if (work.registry().exists()) {
            work.registry().changed();
          }
          return true;
        });
  }

  private List<Finding> look() throws SQLException {
    return transactions.run(
        work -> work.registry().exists() ? Findings.in(sight(work.afresh())) : List.of());
  }

  private static Sight sight(Work work) throws SQLException {
    return Sight.of(
        work.database(),
        work.catalog(),
        work.registry(),
        new Sight.Views() {
          @Override
          public CompiledView compile(View view) throws SQLException {
            return work.compiler().compile(view);
          }

          @Override
          public boolean hears(CompiledView view) throws SQLException {
            return work.subscriptions().hears(view);
          }
        });
  }

  private Optional<Finding> next(List<Finding> found) {
    return found.stream()
        .filter(finding -> finding.isMendable() && !tried.containsKey(finding))
        .findFirst();
  }

  /** Mends a finding; what has become of it. */
  private String mended(Finding finding) {
    try {
      mend(finding);
      return "repaired";
    } catch (SQLException | RuntimeException e) { // whatever it is, others can be mended
      String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      return "not repaired: " + e.getMessage() + cause;
    }
  }

  /** Where another view ON COMMIT cannot be brought up to date, it stays stale. */
  private void mend(Finding finding) throws SQLException {
    try {
      transactions.runChangingRows(work -> mended(finding, work));
    } catch (SQLException | RuntimeException e) {
      try {
        transactions.run(work -> mended(finding, work));
      } catch (SQLException | RuntimeException again) {
        again.addSuppressed(e);
        throw again;
      }
    }
  }

  private static boolean mended(Finding finding, Work work) throws SQLException {
    finding.mend(new Repair(work.afresh()));
    return true;
  }

  /** What was repaired, and what is left. */
  private List<List<String>> rows(List<Finding> left) {
    List<List<String>> rows = new ArrayList<>();
    tried.forEach(
        (finding, state) -> {
          if (!left.contains(finding)) {
            rows.add(row(finding, "repaired"));
          }
        });
    for (Finding finding : left) {
      String state = tried.getOrDefault(finding, finding.isMendable() ? "found" : "yours to do");
      rows.add(row(finding, state.equals("repaired") ? "not repaired: still there" : state));
    }
    return rows;
  }

  private static List<String> row(Finding finding, String state) {
    return List.of(finding.object(), finding.what(), finding.meaning(), finding.remedy(), state);
  }
}
