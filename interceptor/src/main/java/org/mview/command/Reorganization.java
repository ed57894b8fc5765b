package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_DAMAGED;
import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;

import java.sql.SQLException;
import java.util.List;
import org.mview.catalog.LogEntry;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.sql.QualifiedName;
import org.mview.statement.BoundCall;
import org.mview.statement.NameList;

/**
 * BEGIN_ and END_TABLE_REORGANIZATION: a table is emptied and filled again, and views over it stay
 * fast refreshable.
 *
 * <p>That holds anyway, as TRUNCATE is logged like any change: nothing is suspended in between, and
 * nothing has to be remembered. What is left to do is to say when it does not hold: when the log is
 * not there, as a table of this name that was dropped, or renamed, took its log along, or when it
 * has lost triggers. So END tells who reorganizes, and not the next refresh somebody else.
 */
final class Reorganization {
  private final CallArguments arguments;
  private final Transactions transactions;

  Reorganization(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  /**
   * Looks whether changes of the table are in its log.
   *
   * @throws org.mview.error.MViewException TABLE_MISSING, CHANGE_LOG_MISSING, CHANGE_LOG_DAMAGED
   */
  void run(BoundCall call) throws SQLException {
    String owner = arguments.text(call, "tabowner");
    String table = arguments.text(call, "tabname");
    transactions.run(
        work -> {
          check(work, name(work, owner.isBlank() ? table : owner + "." + table));
          return true;
        });
  }

  private static QualifiedName name(Work work, String text) {
    return new ObjectNames(work.database()).any(NameList.of(List.of(text)).get(0));
  }

  private static void check(Work work, QualifiedName name) throws SQLException {
    LoggedTable table = LoggedTable.of(name, work);
    QualifiedName master = table.info(work).name();
    LogEntry log = work.catalog().log(master).orElseThrow(() -> CHANGE_LOG_MISSING.of(name));
    if (!log.intact()) {
      throw CHANGE_LOG_DAMAGED.of(name);
    }
    for (View view : work.catalog().ofUsers()) {
      if (reads(view, master) && work.catalog().logsOf(view).isEmpty()) {
        work.warnings()
            .add(
                "materialized view %s reads no log: refresh it completely".formatted(view.name()),
                MUST_BE_COMPLETELY_REFRESHED.code());
      }
    }
  }

  private static boolean reads(View view, QualifiedName table) {
    return view.properties().method() == RefreshMethod.FAST
        && view.masters().stream().anyMatch(master -> master.name().equals(table));
  }
}
