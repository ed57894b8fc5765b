package org.mview.command;

import static org.mview.error.MViewError.VIEW_NOT_REGISTERED;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.sql.QualifiedName;
import org.mview.statement.BoundCall;

/** The procedures of DBMS_MVIEW about logs. */
final class LogCalls {
  private final CallArguments arguments;
  private final Transactions transactions;

  LogCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  void run(BoundCall call) throws SQLException {
    switch (call.signature().name()) {
      case "DBMS_MVIEW.PURGE_LOG" -> purge(call);
      case "DBMS_MVIEW.PURGE_MVIEW_FROM_LOG" -> forget(call);
      case "DBMS_MVIEW.BEGIN_TABLE_REORGANIZATION", "DBMS_MVIEW.END_TABLE_REORGANIZATION" ->
          new Reorganization(arguments, transactions).run(call);
      case "DBMS_MVIEW.PURGE_DIRECT_LOAD_LOG" -> {
        // whatever loads rows is in the ordinary log
      }
      default -> throw CallArguments.unknown(call);
    }
  }

  /** The views that were refreshed longest ago do without the log until they are filled again. */
  private void purge(BoundCall call) throws SQLException {
    String master = arguments.text(call, "master");
    boolean atLeastOne = arguments.text(call, "flag").equalsIgnoreCase("DELETE");
    long number = Math.max(arguments.number(call, "num"), atLeastOne ? 1 : 0);
    transactions.run(
        work -> {
          LogEntry log = log(work, master);
          List<Long> readers = work.registry().logs().oldestReaders(log);
          for (long id : readers.subList(0, (int) Math.min(number, readers.size()))) {
            work.readers().forget(work.catalog().view(id));
          }
          work.reload();
          work.logs().purge(log);
          return true;
        });
  }

  private static LogEntry log(Work work, String master) throws SQLException {
    QualifiedName name = new ViewNames(work).tables(List.of(master)).get(0);
    return LoggedTable.of(name, work).log(work, false).orElseThrow();
  }

  private void forget(BoundCall call) throws SQLException {
    boolean byId = call.signature().parameters().size() == 1;
    String name = byId ? "" : arguments.text(call, "mviewname");
    long id = byId ? arguments.number(call, "mview_id") : 0;
    transactions.run(
        work -> {
          Optional<View> view =
              work.catalog().ofUsers().stream()
                  .filter(v -> byId ? v.id() == id : v.name().name().text().equalsIgnoreCase(name))
                  .findFirst();
          View known =
              view.orElseThrow(() -> VIEW_NOT_REGISTERED.of(byId ? String.valueOf(id) : name));
          for (View inner : work.catalog().innerViews(known)) {
            work.readers().forget(inner);
          }
          work.readers().forget(known);
          work.reload();
          return true;
        });
  }
}
