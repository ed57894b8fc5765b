package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Catalog;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.View;
import org.mview.explain.CapabilitiesTable;
import org.mview.explain.Examined;
import org.mview.sql.QualifiedName;
import org.mview.statement.Argument;
import org.mview.statement.BlockStatement;
import org.mview.statement.BoundCall;
import org.mview.statement.CallBlock;
import org.mview.statement.Explained;
import org.mview.statement.LexicalRules;

/** Calls of packages: DBMS_MVIEW and those beside it. */
final class RunCalls {
  private final CallBlock block;
  private final Transactions transactions;
  private final CallArguments arguments;

  RunCalls(CallBlock block, Map<Integer, @Nullable Object> parameters, Transactions transactions) {
    this.block = block;
    this.transactions = transactions;
    this.arguments = new CallArguments(block, parameters);
  }

  /** Runs the statements of the block; values that go out, by the position of the parameter. */
  Map<Integer, Object> run() throws SQLException {
    for (BlockStatement statement : block.statements()) {
      if (statement instanceof BlockStatement.Assignment assignment) {
        arguments.assign(assignment.place(), arguments.value(assignment.value()));
      } else if (statement instanceof BlockStatement.Call call) {
        Optional<Object> result = run(call.call());
        call.result().ifPresent(place -> arguments.assign(place, result));
      }
    }
    return arguments.outs();
  }

  private Optional<Object> run(BoundCall call) throws SQLException {
    switch (call.signature().name()) {
      case "DBMS_MVIEW.REFRESH" -> refresh(call);
      case "DBMS_MVIEW.REFRESH_ALL_MVIEWS" -> refreshAll(call);
      case "DBMS_MVIEW.REFRESH_DEPENDENT" -> refreshDependent(call);
      case "DBMS_MVIEW.GET_MV_DEPENDENCIES" -> dependencies(call);
      case "DBMS_MVIEW.I_AM_A_REFRESH" -> {
        return Optional.of(false);
      }
      case "DBMS_MVIEW.EXPLAIN_MVIEW" -> explain(call);
      case "DBMS_STATS.GATHER_TABLE_STATS" -> analyze(call);
      default -> {
        return others(call);
      }
    }
    return Optional.empty();
  }

  private Optional<Object> others(BoundCall call) throws SQLException {
    switch (call.signature().packageName()) {
      case "DBMS_REFRESH" -> new GroupCalls(arguments, transactions).run(call);
      case "DBMS_MVIEW" -> new LogCalls(arguments, transactions).run(call);
      case "DBMS_ADVISOR" -> {
        return new TuneCalls(arguments, transactions).run(call);
      }
      case "DBMS_MVIEW_STATS" -> new StatisticsCalls(arguments, transactions).run(call);
      case "DBMS_DIMENSION" -> new DimensionCalls(arguments, transactions).run(call);
      case "DBMS_JOB" -> new JobCalls(arguments, transactions).run(call);
      default -> throw CallArguments.unknown(call);
    }
    return Optional.empty();
  }

  private void refresh(BoundCall call) throws SQLException {
    RefreshMethods methods = new RefreshMethods(arguments.text(call, "method"));
    List<String> list = arguments.list(call, "list");
    boolean nested = arguments.truth(call, "nested");
    new OutOfPlace(arguments, transactions).check(call);
    Map<View, RefreshMethod> chosen =
        transactions.run(
            work -> {
              List<View> views = new ViewNames(work).views(list);
              Map<View, RefreshMethod> all = new LinkedHashMap<>();
              for (int i = 0; i < views.size(); i++) {
                all.putIfAbsent(views.get(i), methods.of(views.get(i), i));
              }
              return RefreshOrder.of(work, all, nested);
            });
    run(call, chosen);
  }

  private void run(BoundCall call, Map<View, RefreshMethod> chosen) throws SQLException {
    Attempts.throwFirst(failures(call, chosen));
  }

  private List<Exception> failures(BoundCall call, Map<View, RefreshMethod> views)
      throws SQLException {
    return new RefreshViews(transactions).run(new RefreshViews.Request(views, options(call)));
  }

  private RefreshRun.Options options(BoundCall call) {
    return new RefreshRun.Options(
        arguments.text(call, "method"),
        !has(call, "push_deferred_rpc") || arguments.truth(call, "push_deferred_rpc"),
        arguments.truth(call, "refresh_after_errors"),
        number(call, "purge_option", RefreshRun.Options.DEFAULT.purgeOption()),
        has(call, "parallelism") ? arguments.parallelism(call) : 0,
        number(call, "heap_size", 0),
        arguments.truth(call, "atomic_refresh"),
        has(call, "nested") && arguments.truth(call, "nested"),
        arguments.truth(call, "out_of_place"));
  }

  private int number(BoundCall call, String parameter, int otherwise) {
    return has(call, parameter) ? (int) arguments.number(call, parameter) : otherwise;
  }

  private static boolean has(BoundCall call, String parameter) {
    return call.signature().parameters().stream().anyMatch(p -> p.names().contains(parameter));
  }

  private void refreshAll(BoundCall call) throws SQLException {
    new OutOfPlace(arguments, transactions).check(call);
    RefreshMethods methods = new RefreshMethods(arguments.text(call, "method"));
    Map<View, RefreshMethod> stale =
        transactions.run(work -> stale(work, work.catalog().ofUsers(), methods, true));
    count(call, stale);
  }

  private void refreshDependent(BoundCall call) throws SQLException {
    new OutOfPlace(arguments, transactions).check(call);
    RefreshMethods methods = new RefreshMethods(arguments.text(call, "method"));
    List<String> list = arguments.list(call, "list");
    boolean nested = arguments.truth(call, "nested");
    Map<View, RefreshMethod> stale =
        transactions.run(
            work -> {
              Set<View> dependents = new LinkedHashSet<>();
              for (QualifiedName table : new ViewNames(work).tables(list)) {
                new TableNames(work).check(table);
                addDependents(work.catalog(), table, nested, dependents);
              }
              return stale(work, dependents, methods, nested);
            });
    count(call, stale);
  }

  private static void addDependents(
      Catalog catalog, QualifiedName master, boolean nested, Set<View> dependents) {
    for (View view : catalog.dependents(master)) {
      if (dependents.add(view) && nested) {
        addDependents(catalog, view.name(), true, dependents);
      }
    }
  }

  private static Map<View, RefreshMethod> stale(
      Work work, Iterable<View> views, RefreshMethods methods, boolean withDependents)
      throws SQLException {
    Set<Long> pending = work.registry().pending();
    Map<View, RefreshMethod> stale = new LinkedHashMap<>();
    List<View> all = new ArrayList<>();
    views.forEach(all::add);
    for (View view : work.catalog().inOrder(all)) {
      boolean parentStale = work.catalog().parents(view).stream().anyMatch(stale::containsKey);
      boolean isStale = pending.contains(view.id()) || !view.state().populated();
      if (isStale || (withDependents && parentStale)) {
        stale.put(view, methods.of(view, 0));
      }
    }
    for (View view : List.copyOf(stale.keySet())) {
      if (view.properties().method() == RefreshMethod.NEVER) {
        new NeverRefreshed(work).passOver(view);
        stale.remove(view);
      }
    }
    return RefreshOrder.of(work, stale, false);
  }

  private void count(BoundCall call, Map<View, RefreshMethod> views) throws SQLException {
    int failures = failures(call, views).size();
    Argument out = call.argument("number_of_failures");
    if (out instanceof Argument.Place place) {
      arguments.assign(place, Optional.of(failures));
    }
  }

  private void dependencies(BoundCall call) throws SQLException {
    List<String> list = arguments.list(call, "list");
    String names =
        transactions.run(
            work -> {
              Set<View> dependents = new LinkedHashSet<>();
              for (QualifiedName table : new ViewNames(work).tables(list)) {
                dependents.addAll(work.catalog().dependents(table));
              }
              return dependents.stream()
                  .map(view -> view.name().toString())
                  .collect(Collectors.joining(","));
            });
    if (call.argument("deplist") instanceof Argument.Place place) {
      arguments.assign(place, Optional.of(names));
    }
  }

  private void explain(BoundCall call) throws SQLException {
    if (call.signature().parameters().stream().anyMatch(p -> p.name().equals("msg_array"))) {
      throw NOT_SUPPORTED.of("msg_array", "leave it out, and read MV_CAPABILITIES_TABLE");
    }
    String what = arguments.text(call, "mv");
    String statement = arguments.text(call, "statement_id");
    transactions.run(
        work -> {
          LexicalRules rules = LexicalRules.of(work.database().dialect().name());
          Explained explained = Explained.of(what, rules);
          Examined examined = new Examination(work).of(explained, (found, where) -> found);
          new CapabilitiesTable(work.database()).add(examined, statement);
          return true;
        });
  }

  private void analyze(BoundCall call) throws SQLException {
    String table = arguments.text(call, "tabname");
    transactions.run(
        work -> {
          QualifiedName name = new ViewNames(work).tables(List.of(table)).get(0);
          QualifiedName container =
              work.catalog().view(name).map(v -> v.container().table()).orElse(name);
          new TableNames(work).check(container);
          String gathering = work.database().dialect().tables().gatheringStatistics();
          work.database().define(gathering.formatted(work.database().name(container)));
          return true;
        });
  }
}
