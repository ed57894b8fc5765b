package org.mview.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Negate;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.delta.FreshRows;
import org.mview.delta.Kept;
import org.mview.delta.Step;
import org.mview.lowering.Places.ChangedRows;
import org.mview.lowering.Places.LogTable;
import org.mview.lowering.RefreshStatements.Stage;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;

/**
 * The query that reads a view as it would be if it were refreshed now.
 *
 * <pre>
 *   WITH keys of inner view 1, its rows now, its change,      for each inner view
 *        keys of the view
 *   SELECT rows that stay UNION ALL rows that come            reading these for the inner views
 * </pre>
 */
public final class FreshQuery {
  private final List<Query.Part> parts = new ArrayList<>();
  private final Map<QualifiedName, QualifiedName> computed = new HashMap<>();
  private final Map<QualifiedName, ChangedRows> changes = new HashMap<>();

  private FreshQuery() {}

  /**
   * One container.
   *
   * @param places with a prefix of its own for the names of what the query keeps
   * @param stored what its columns make of values that are computed: templates with a hole for
   *     each; none where that is what they are
   */
  public record Container(FreshRows rows, Kept kept, Places places, List<String> stored) {
    public Container {
      stored = List.copyOf(stored);
    }

    /** The rows that come, as the table would hold them. */
    private Relation coming() {
      if (stored.isEmpty()) {
        return rows.coming();
      }
      List<Project.Item> items = new ArrayList<>();
      for (int i = 0; i < stored.size(); i++) {
        Column column = kept.columns().get(i);
        items.add(new Project.Item(column, Fragment.of(stored.get(i), column)));
      }
      return new Project(rows.coming(), items);
    }
  }

  /**
   * The query of the columns that a user sees.
   *
   * @param containers those of the inner views, and that of the view
   * @param named tables that it names where no subquery is around them
   */
  public static Query of(List<Container> containers, List<QualifiedName> named) {
    FreshQuery query = new FreshQuery();
    int last = containers.size() - 1;
    containers.subList(0, last).forEach(query::addInner);
    Container view = containers.get(last);
    Places places = query.keep(view);
    List<Identifier> columns = places.columns().subList(0, view.kept().visible());
    Query rows =
        now(
            Project.keep(view.rows().staying(), view.kept().visibleColumns()),
            Project.keep(view.coming(), view.kept().visibleColumns()),
            columns,
            places);
    return new Query.With(query.parts, rows, columns, named);
  }

  /** Puts away what a container keeps; answers where its rows find that. */
  private Places keep(Container container) {
    Places given = container.places();
    Map<QualifiedName, ChangedRows> logs = new HashMap<>(given.logs());
    logs.putAll(changes);
    Places places =
        new Places(
            given.container(),
            given.columns(),
            logs,
            given.stagePrefix(),
            Optional.empty(),
            Map.of(),
            computed,
            false);
    RefreshStatements.Builder builder = new RefreshStatements.Builder(container.kept(), places);
    for (Step.Keep keep : container.rows().kept()) {
      Stage stage = builder.stage(keep, new Lowering(places));
      add(stage.name(), stage.columns(), stage.rows());
    }
    return places;
  }

  /** From here on the table of an inner view, and its log, are what is computed of them. */
  private void addInner(Container inner) {
    Places places = keep(inner);
    FreshRows rows = inner.rows();
    QualifiedName now = places.stage("now");
    add(now, places.columns(), now(rows.staying(), inner.coming(), places.columns(), places));
    QualifiedName change = places.stage("change");
    List<Identifier> columns = new ArrayList<>(places.columns());
    columns.add(Lowering.WEIGHT);
    Lowering lowering = new Lowering(places);
    Relation signed = UnionAll.of(new Negate(rows.going()), inner.coming());
    add(change, columns, lowering.signedQuery(signed, places.columns()));
    computed.put(places.container(), now);
    changes.put(places.container(), new LogTable(change, Lowering.WEIGHT, List.of()));
  }

  private void add(QualifiedName name, List<Identifier> columns, Query rows) {
    parts.add(new Query.Part(name.name(), columns, rows, List.of()));
  }

  private static Query now(
      Relation staying, Relation coming, List<Identifier> columns, Places places) {
    Relation all =
        UnionAll.isNothing(staying) || isNothing(staying) ? coming : UnionAll.of(staying, coming);
    return new Lowering(places).query(all, columns);
  }

  private static boolean isNothing(Relation relation) {
    return relation instanceof Project project && UnionAll.isNothing(project.input());
  }
}
