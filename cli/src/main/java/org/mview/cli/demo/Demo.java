package org.mview.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mview.cli.output.Progress;
import org.mview.cli.tpch.LoadListener;
import org.mview.cli.tpch.TpchLoader;
import org.mview.cli.tpch.TpchTables;

/** The demonstration from its first table to its last comparison. Used once. */
final class Demo {
  private static final int COMPLETE_REFRESHES = 3;

  private final Connection connection;
  private final Comparison comparison;
  private final MaterializedViews views;
  private final DemoSettings settings;
  private final Progress progress;
  private final List<ViewMeasurement> measurements = new ArrayList<>();
  private final TransactionTimes before = new TransactionTimes();
  private final TransactionTimes after = new TransactionTimes();
  private long changedRows;

  /**
   * A demonstration in an empty database.
   *
   * @param connection in autocommit; stays the caller's to close
   * @param views on the same connection
   */
  Demo(
      Connection connection,
      Comparison comparison,
      MaterializedViews views,
      DemoSettings settings,
      Progress progress) {
    this.connection = connection;
    this.comparison = comparison;
    this.views = views;
    this.settings = settings;
    this.progress = progress;
  }

  DemoResult run() throws SQLException {
    long begun = System.nanoTime();
    long loadedRows = load();
    Duration loading = Duration.ofNanos(System.nanoTime() - begun);
    createViews();
    runTransactions();
    refreshCompletely();
    return new DemoResult(loadedRows, loading, changedRows, measurements, before, after);
  }

  private long load() throws SQLException {
    long expected =
        TpchTables.ALL.stream().mapToLong(t -> t.expectedRows(settings.scaleFactor())).sum();
    try (Progress.Task task = progress.begin("Loading TPC-H", expected)) {
      LoadListener listener =
          new LoadListener() {
            @Override
            public void begins(String table, long expectedRows) {
              task.note(table);
            }

            @Override
            public void loaded(long rows) {
              task.done(rows);
            }
          };
      return new TpchLoader(connection, settings.scaleFactor(), listener).load();
    }
  }

  private void createViews() throws SQLException {
    try (Progress.Task task = progress.begin("Creating views", DemoViews.ON_DEMAND.size() + 1L)) {
      task.note("logs");
      views.createLogs();
      task.done(1);
      for (DemoView view : DemoViews.ON_DEMAND) {
        task.note(view.name());
        create(view);
        task.done(1);
      }
    }
  }

  private void create(DemoView view) throws SQLException {
    views.create(view);
    ViewMeasurement measurement = new ViewMeasurement(view);
    measurements.add(measurement);
    compare(measurement);
  }

  private void runTransactions() throws SQLException {
    try (Progress.Task task = progress.begin("Transactions", settings.transactions());
        MeasuredTransactions transactions = new MeasuredTransactions(connection, settings.seed())) {
      for (int round = 0; round < DemoSettings.ROUNDS; round++) {
        boolean firstHalf = round < DemoSettings.ROUNDS / 2;
        if (round == DemoSettings.ROUNDS / 2) {
          create(DemoViews.CUSTOMER_ORDERS);
        }
        task.note("round " + (round + 1));
        runRound(round, transactions, firstHalf ? before : after, task);
        refreshFast();
        compareAll();
      }
    }
  }

  private void runRound(
      int round, MeasuredTransactions transactions, TransactionTimes times, Progress.Task task)
      throws SQLException {
    connection.setAutoCommit(false);
    for (int i = 0; i < settings.transactionsOf(round); i++) {
      Map<String, Long> changed = transactions.runNext(times);
      changedRows += changed.values().stream().mapToLong(Long::longValue).sum();
      measurements.forEach(measurement -> measurement.changed(changed));
      task.done(1);
    }
    connection.setAutoCommit(true);
  }

  private void refreshFast() throws SQLException {
    for (ViewMeasurement measurement : measurements) {
      if (measurement.view().mode() == DemoView.Mode.ON_DEMAND) {
        long begun = System.nanoTime();
        views.refreshFast(measurement.view());
        measurement.refreshedFast(System.nanoTime() - begun);
      }
    }
  }

  private void refreshCompletely() throws SQLException {
    long refreshes = (long) measurements.size() * COMPLETE_REFRESHES;
    try (Progress.Task task = progress.begin("Complete refreshes", refreshes)) {
      for (ViewMeasurement measurement : measurements) {
        task.note(measurement.view().name());
        for (int i = 0; i < COMPLETE_REFRESHES; i++) {
          long begun = System.nanoTime();
          views.refreshComplete(measurement.view());
          measurement.refreshedCompletely(System.nanoTime() - begun);
          task.done(1);
        }
      }
    }
    compareAll();
  }

  private void compareAll() throws SQLException {
    for (ViewMeasurement measurement : measurements) {
      compare(measurement);
    }
  }

  private void compare(ViewMeasurement measurement) throws SQLException {
    DemoView view = measurement.view();
    measurement.compared(comparison.rows(view), comparison.differences(view));
  }
}
