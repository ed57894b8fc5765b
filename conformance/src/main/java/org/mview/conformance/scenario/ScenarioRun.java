package org.mview.conformance.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.schedule.Report;
import org.mview.schedule.Worker;
import org.mview.session.Sessions;

/** A scenario that is carried out, step by step, on a database of its own. */
final class ScenarioRun implements AutoCloseable {
  private final Scenario scenario;
  private final TestDatabase kind;
  private final Map<String, String> way;
  private final FreshDatabase database;
  private final Connections connections;
  private final CurrentViews views;
  private final NameCase names;
  private final Spelling spelling;
  private final Map<String, Savepoint> savepoints = new HashMap<>();
  private final Map<String, String> staleness = new HashMap<>();
  private String connection = Connections.FIRST;
  private boolean isOver;

  /**
   * Begins with an empty database.
   *
   * @param way the properties of its connections
   */
  ScenarioRun(Scenario scenario, TestDatabase kind, Map<String, String> way) throws SQLException {
    this.scenario = scenario;
    this.kind = kind;
    this.way = Map.copyOf(way);
    this.database = kind.create();
    this.names = NameCase.of(kind.dialect());
    this.spelling = new Spelling(kind, database);
    this.connections = new Connections(database, way);
    this.views = new CurrentViews(database, kind.dialect());
  }

  /** Whether the database has refused, as expected, what the other steps stand on. */
  boolean isOver() {
    return isOver;
  }

  /**
   * Carries out one step.
   *
   * @throws AssertionError when something is not as the scenario says; the message begins with file
   *     and line
   */
  void run(Step step) throws SQLException {
    connection = Connections.FIRST;
    staleness.clear();
    for (Action action : step.actions()) {
      if (!isOver) {
        Optional<String> wrong = run(action);
        if (wrong.isPresent()) {
          throw failure(action.line(), wrong.get());
        }
      }
    }
    Optional<String> wrong = views.difference(staleness);
    if (wrong.isPresent()) {
      throw failure(step.line(), "after step '%s': %s".formatted(step.sentence(), wrong.get()));
    }
  }

  private AssertionError failure(int line, String message) {
    return new AssertionError(
        "%s:%d: [%s%s] %s"
            .formatted(scenario.file(), line, kind.name(), Scenario.said(way), message));
  }

  /** Carries out one action; what is wrong, if anything is. */
  private Optional<String> run(Action action) throws SQLException {
    if (action instanceof Action.Execute execute) {
      return execute(execute);
    } else if (action instanceof Action.Prepared prepared) {
      return Sent.prepared(
              current(), spelling.of(prepared.sql()), prepared.parameters(), prepared.asBatch())
          .difference(prepared.expected(), names);
    } else if (action instanceof Action.Rows rows) {
      return rows(rows);
    } else if (action instanceof Action.OnlyOn only) {
      boolean done = only.databases().contains(kind.dialect().name());
      return done ? run(only.action()) : Optional.empty();
    } else if (action instanceof Action.OnlyIn only) {
      boolean holds = way.entrySet().containsAll(only.way().entrySet());
      return holds == only.holds() ? run(only.action()) : Optional.empty();
    } else if (action instanceof Action.Use use) {
      connection = use.connection();
      current();
    } else if (action instanceof Action.Connect connect) {
      connections.connect(connect.connection(), connect.properties());
    } else if (action instanceof Action.Close close) {
      connections.close(close.connection());
    } else if (action instanceof Action.AutoCommit autoCommit) {
      current().setAutoCommit(autoCommit.on());
    } else if (action instanceof Action.Savepoint savepoint) {
      return savepoint(savepoint);
    } else if (action instanceof Action.Clock clock) {
      connections.clock().set(clock.time());
    } else if (action instanceof Action.Worker worker) {
      return worker(worker);
    } else if (action instanceof Action.Staleness said) {
      staleness.put(CurrentViews.key(said.view()), said.value());
    }
    return Optional.empty();
  }

  /** Runs what is due, on a connection of its own that tells the time by the scenario's clock. */
  private Optional<String> worker(Action.Worker expected) throws SQLException {
    ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
    Options options = Options.DEFAULT.with(true, ZoneOffset.UTC, Optional.of(connections.clock()));
    Sessions sessions = new Sessions();
    try (Worker worker =
        new Worker(() -> sessions.openForJobs(database.connectRaw(), options), none)) {
      Report report = worker.runDue(() -> true);
      Report wanted =
          expected.fails() ? new Report(0, expected.jobs()) : new Report(expected.jobs(), 0);
      return report.equals(wanted)
          ? Optional.empty()
          : Optional.of("the worker has run: %s".formatted(report));
    } finally {
      none.shutdown();
    }
  }

  private Connection current() throws SQLException {
    return connections.named(connection);
  }

  private Optional<String> execute(Action.Execute execute) throws SQLException {
    Sent sent = Sent.execute(current(), spelling.of(execute.sql()));
    Optional<Action.Condition> condition = execute.condition();
    if (condition.isEmpty() || kind.dialect().can(condition.get().capability())) {
      return sent.difference(execute.expected(), names);
    }
    isOver = true;
    return sent.difference(Expected.to(condition.get().refusal()), names);
  }

  private Optional<String> rows(Action.Rows rows) throws SQLException {
    Sent sent = Sent.execute(current(), spelling.of(names.asked(rows.sql())));
    Optional<String> wrong = sent.difference(Expected.SUCCESS, names);
    if (wrong.isPresent()) {
      return wrong;
    } else if (sent.rows().isEmpty()) {
      return Optional.of("it answered with no result set");
    }
    boolean ordered = rows.sql().toLowerCase(Locale.ROOT).contains("order by");
    return Answer.difference(
        names.compared(rows.sql(), rows.table()),
        names.compared(rows.sql(), sent.rows().get()),
        ordered);
  }

  private Optional<String> savepoint(Action.Savepoint action) throws SQLException {
    if (action.use() == Action.Savepoint.Use.SET) {
      savepoints.put(action.name(), current().setSavepoint(action.name()));
      return Optional.empty();
    }
    @Nullable Savepoint savepoint = savepoints.get(action.name());
    if (savepoint == null) {
      return Optional.of("no savepoint %s was set".formatted(action.name()));
    } else if (action.use() == Action.Savepoint.Use.ROLL_BACK_TO) {
      current().rollback(savepoint);
    } else {
      current().releaseSavepoint(savepoint);
    }
    return Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    connections.close();
    views.close();
    database.close();
  }
}
