package org.mview.cli.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.cli.output.Progress;

/** The way in: compares views with their queries, one after the other. */
public final class Verification {
  private final Connection connection;
  private final VerificationReport report;
  private final Progress progress;
  private List<String> wrong = List.of();

  /** Over a connection in autocommit, which stays the caller's to close. */
  public Verification(Connection connection, VerificationReport report, Progress progress) {
    this.connection = connection;
    this.report = report;
    this.progress = progress;
  }

  /**
   * Compares and reports.
   *
   * @param wanted names of views; none for all there are
   * @return whether every view is as it must be
   * @throws SQLException when a view is not there; the failure of a comparison is reported
   */
  public boolean run(List<String> wanted) throws SQLException {
    List<String> names = names(wanted);
    List<Verified> all = new ArrayList<>();
    try (Progress.Task task = progress.begin("Comparing", names.size())) {
      for (String name : names) {
        task.note(name);
        all.add(inTransaction(name));
        task.done(1);
      }
    }
    report.print(all);
    wrong = all.stream().filter(view -> !view.isRight()).map(view -> view.view().name()).toList();
    return wrong.isEmpty();
  }

  /** The names of those that were not right when it was run last. */
  public List<String> wrong() {
    return wrong;
  }

  private List<String> names(List<String> wanted) throws SQLException {
    List<String> all = RegisteredView.names(connection);
    List<String> names = new ArrayList<>(wanted.isEmpty() ? all : List.of());
    for (String name : wanted) {
      names.add(
          all.stream()
              .filter(known -> known.equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(
                  () -> new SQLException("there is no materialized view " + name, "42S02")));
    }
    return names;
  }

  /** The staleness and the rows are of one moment. */
  private Verified inTransaction(String name) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return verified(RegisteredView.named(connection, name));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Verified verified(RegisteredView view) {
    long start = System.nanoTime();
    try {
      BagComparison comparison = new BagComparison(connection);
      long rows = comparison.rows(view);
      Optional<Differences> found = Optional.of(comparison.differences(view));
      return new Verified(view, rows, found, Optional.empty(), since(start));
    } catch (SQLException e) {
      return new Verified(view, 0, Optional.empty(), Optional.of(e), since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
