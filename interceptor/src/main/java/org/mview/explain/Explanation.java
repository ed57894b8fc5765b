package org.mview.explain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mview.algebra.Tree;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.lowering.RefreshStatements;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacle;
import org.mview.refresh.OnQuery;
import org.mview.refresh.PlannedRefresh;
import org.mview.refresh.Stages;
import org.mview.sql.Statement;

/** All that is to be said of a view, in sections. */
public final class Explanation {
  private final Examined examined;
  private final Catalog before;
  private final Database database;
  private final Stages stages;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> advice = new LinkedHashSet<>();

  private Explanation(Examined examined, Catalog before, Database database, Stages stages) {
    this.examined = examined;
    this.before = before;
    this.database = database;
    this.stages = stages;
  }

  /**
   * The sections about a view, the tables of which are there.
   *
   * @param before what there was before anybody asked
   * @param stages in which a refresh puts rows away
   */
  public static List<Section> of(
      Examined examined, Catalog before, Database database, Stages stages) throws SQLException {
    Explanation explanation = new Explanation(examined, before, database, stages);
    explanation.add(
        examined.name().map(n -> "materialized view " + n).orElse("query"), explanation.summary());
    explanation.add("reasons against any refresh", messages(examined.against()));
    explanation.add("reasons against a fast refresh", messages(examined.againstFast()));
    explanation.add("triggers", explanation.triggers());
    int last = examined.parts().size() - 1;
    for (int i = 0; i <= last; i++) {
      explanation.part(examined.parts().get(i), i == last ? "" : " of inner view " + (i + 1));
    }
    explanation.add("indexes made for it", MadeIndexes.of(examined, database));
    explanation.add("indexes that would help", List.copyOf(explanation.advice));
    return explanation.sections;
  }

  private void add(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(title, lines));
    }
  }

  private List<String> summary() throws SQLException {
    List<String> lines = new ArrayList<>();
    if (examined.name().isPresent() && examined.outer().isPresent()) {
      lines.add(declared(examined.outer().get().view()));
    }
    lines.add(examined.isFast() ? "can be refreshed fast" : "cannot be refreshed fast: see below");
    if (examined.against().isEmpty()) {
      lines.add("the time of a refresh grows with " + Cost.of(examined));
    }
    boolean onQuery =
        examined.outer().filter(view -> view.view().properties().onQuery()).isPresent();
    if (onQuery && examined.isFast()) {
      lines.add(
          OnQuery.of(examined.parts(), examined.catalog(), database).readsAll()
              ? "with FRESH_MV, all rows of its tables are read while anything is pending"
              : "with FRESH_MV, what a change touches is read besides the stored rows");
    }
    return lines;
  }

  /** Of a view that is refreshed on demand nobody expects it. */
  private List<String> triggers() {
    if (examined.outer().filter(view -> view.view().isInTransactions()).isEmpty()) {
      return List.of();
    }
    return List.of(
        examined
            .againstTriggers()
            .map(reason -> "do not keep it: " + reason)
            .orElse("keep it, so that nothing is left for the commit"));
  }

  private static String declared(View view) {
    View.Properties properties = view.properties();
    return switch (properties.method()) {
      case NEVER -> "NEVER REFRESH";
      case FAST, PCT, FORCE, COMPLETE ->
          "REFRESH %s ON %s".formatted(properties.method(), properties.mode());
    };
  }

  private static List<String> messages(List<Obstacle> obstacles) {
    return obstacles.stream()
        .map(o -> String.format(Locale.ROOT, "ORA-%05d: %s", o.error().error().code(), o.text()))
        .toList();
  }

  private void part(CompiledView compiled, String which) throws SQLException {
    if (compiled.kept().isEmpty()) {
      return;
    }
    Kept kept = compiled.kept().get();
    add("operators" + which, Tree.of(kept.content()).lines().toList());
    add("way" + which, WayText.of(kept));
    add("kept" + which, KeptText.of(compiled.view(), kept));
    add("logs" + which, LogsText.of(kept.content(), examined.catalog(), before));
    if (examined.isFast()) {
      refreshes(compiled, which);
    }
  }

  private void refreshes(CompiledView compiled, String which) throws SQLException {
    PlannedRefresh inserts = PlannedRefresh.of(compiled, true, examined.catalog(), database);
    PlannedRefresh any = PlannedRefresh.of(compiled, false, examined.catalog(), database);
    if (!inserts.equals(any)) {
      statements("fast refresh%s after inserts".formatted(which), inserts.statements());
    }
    statements("fast refresh%s after any change".formatted(which), any.statements());
    if (any.otherwise().isPresent()) {
      String when = "the same, when a value to be summed is not whole";
      statements(when, any.otherwise().get());
    }
    any.prepare(stages);
    DatabasePlan plan = DatabasePlan.of(compiled, any, examined.catalog(), database);
    add("plan of the database for the fast refresh%s".formatted(which), plan.steps());
    advice.addAll(plan.advice());
  }

  /** What was put away is taken out first; what was read of a log is deleted at the end. */
  private void statements(String title, RefreshStatements statements) {
    List<String> texts = new ArrayList<>();
    for (RefreshStatements.Stage stage : statements.stages()) {
      texts.add("DELETE FROM " + database.name(stage.name()));
    }
    for (Statement statement : statements.statements()) {
      texts.add(database.text(statement));
    }
    String count = texts.size() == 1 ? "1 statement" : texts.size() + " statements";
    add(
        "%s: %s, and one for each log".formatted(title, count),
        texts.stream().flatMap(text -> SqlLines.of(text + ";").stream()).toList());
  }
}
