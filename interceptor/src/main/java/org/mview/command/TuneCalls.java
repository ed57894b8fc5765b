package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.TASK_EXISTS;
import static org.mview.error.MViewError.TASK_MISSING;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.catalog.TuningRows;
import org.mview.catalog.TuningRows.Script;
import org.mview.statement.Argument;
import org.mview.statement.BoundCall;

/** DBMS_ADVISOR, as far as it is about materialized views. */
final class TuneCalls {
  private final CallArguments arguments;
  private final Transactions transactions;

  TuneCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  /** What the call answers, if it is a function. */
  Optional<Object> run(BoundCall call) throws SQLException {
    switch (call.signature().name()) {
      case "DBMS_ADVISOR.TUNE_MVIEW" -> tune(call);
      case "DBMS_ADVISOR.GET_TASK_SCRIPT" -> {
        return Optional.of(script(call));
      }
      case "DBMS_ADVISOR.DELETE_TASK" -> delete(call);
      case "DBMS_ADVISOR.CREATE_FILE" ->
          throw NOT_SUPPORTED.of(
              "DBMS_ADVISOR.CREATE_FILE", "read GET_TASK_SCRIPT, and write the file yourself");
      default -> throw CallArguments.unknown(call);
    }
    return Optional.empty();
  }

  private void tune(BoundCall call) throws SQLException {
    String given = arguments.text(call, "task_name").strip();
    String text = arguments.text(call, "mv_create_stmt");
    String task =
        transactions.run(
            work -> {
              TuningRows tasks = work.registry().tuning();
              if (!given.isEmpty() && tasks.has(given)) {
                throw TASK_EXISTS.of(given);
              }
              TuneView tuned = new TuneView(work, text);
              tuned.run();
              String name = given.isEmpty() ? tasks.newName() : given;
              tasks.add(name, tuned.implementation(), tuned.undo());
              return name;
            });
    if (call.argument("task_name") instanceof Argument.Place place) {
      arguments.assign(place, Optional.of(task));
    }
  }

  /** One statement behind the other, each with a semicolon. */
  private String script(BoundCall call) throws SQLException {
    String task = task(call);
    Script script = Script.of(arguments.text(call, "type").strip());
    return transactions.run(
        work ->
            existing(work, task).statements(task, script).stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining()));
  }

  private void delete(BoundCall call) throws SQLException {
    String task = task(call);
    transactions.run(
        work -> {
          existing(work, task).remove(task);
          return true;
        });
  }

  private String task(BoundCall call) {
    return arguments.text(call, "task_name").strip();
  }

  private static TuningRows existing(Work work, String task) throws SQLException {
    TuningRows tasks = work.registry().tuning();
    if (!tasks.has(task)) {
      throw TASK_MISSING.of(task);
    }
    return tasks;
  }
}
