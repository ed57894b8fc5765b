package org.mview.generated;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/** One script, in which each view that can be read with FRESH_MV is, again and again. */
final class FreshCourse {
  private final Script script;
  private final Application application;
  private final Count count;
  private final Map<String, ViewModel> views = new LinkedHashMap<>();

  FreshCourse(Script script, Application application, Count count) {
    this.script = script;
    this.application = application;
    this.count = count;
  }

  /** What has happened in all scripts. */
  static final class Count {
    private int changes;
    private int comparisons;
    private int differences;
    private final Map<String, Integer> others = new TreeMap<>();

    int changes() {
      return changes;
    }

    int comparisons() {
      return comparisons;
    }

    void add(String what) {
      others.merge(what, 1, Integer::sum);
    }

    @Override
    public String toString() {
      return "%d changes, %d comparisons, %d of stale views, %s"
          .formatted(changes, comparisons, differences, others);
    }
  }

  Optional<Finding> run() throws SQLException {
    List<Step> steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      Optional<Finding> finding = run(steps.get(i));
      if (finding.isPresent()) {
        return Optional.of(finding.get().at(i));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> run(Step step) throws SQLException {
    Answer answer = application.make(step);
    if (answer.hasFailed()) {
      application.giveUp(step.session());
    }
    count.changes += step.kind().changesRows() && !answer.hasFailed() ? 1 : 0;
    if (step instanceof Step.CreateView create && !answer.hasFailed()) {
      enable(create);
    } else if (step instanceof Step.ChangeView change && !answer.hasFailed()) {
      views.computeIfPresent(
          change.view(), (n, v) -> change.kind() == StatementClass.DROP_VIEW ? null : v);
    }
    for (ViewModel view : views.values()) {
      Optional<Finding> finding = read(view, step.session());
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  private void enable(Step.CreateView create) throws SQLException {
    ViewModel view = create.view();
    if (view.isOnCommit()) {
      return;
    }
    String text = "ALTER MATERIALIZED VIEW %s ENABLE ON QUERY COMPUTATION".formatted(view.name());
    try (Statement statement = application.session(create.session()).createStatement()) {
      statement.execute(text);
      views.put(view.name(), view);
      count.add(view.kind() + " enabled");
    } catch (SQLException e) {
      if (e.getErrorCode() != MViewError.ON_QUERY_NOT_POSSIBLE.code()) {
        throw e;
      }
      count.add(view.kind() + " refused");
    }
  }

  private Optional<Finding> read(ViewModel view, int session) throws SQLException {
    Connection connection = application.session(session);
    List<List<@Nullable Object>> expected;
    try {
      expected = Rows.of(connection, view.query());
    } catch (SQLException e) {
      application.giveUp(session);
      return Optional.empty();
    }
    try {
      List<List<@Nullable Object>> stored = Rows.of(connection, "SELECT * FROM " + view.name());
      List<List<@Nullable Object>> fresh =
          Rows.of(connection, "SELECT /*+ FRESH_MV */ * FROM " + view.name());
      count.comparisons++;
      Comparison comparison =
          new Comparison(
              view.model().sameness(),
              script.setup().big(),
              script.idiom().domains().scales(),
              script.idiom().domains().folded());
      count.differences += comparison.difference(stored, expected).isPresent() ? 1 : 0;
      return comparison
          .difference(fresh, expected)
          .map(d -> new Finding(Finding.Kind.ROWS, view.name() + d));
    } catch (SQLException e) {
      application.giveUp(session);
      return refused(view, e);
    }
  }

  private Optional<Finding> refused(ViewModel view, SQLException e) {
    Excuses excuses = script.idiom().excuses();
    if (excuses.isBusy(e) || excuses.isOverflow(e)) {
      return Optional.empty();
    }
    boolean known = e.getErrorCode() == MViewError.FRESH_ROWS_NOT_POSSIBLE.code();
    count.add(known ? "not possible" : e.toString());
    return known
        ? Optional.empty()
        : Optional.of(new Finding(Finding.Kind.REFUSED, view.name() + "\n  " + e));
  }
}
