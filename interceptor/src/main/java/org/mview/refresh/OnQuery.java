package org.mview.refresh;

import static org.mview.error.MViewError.FRESH_ROWS_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.FreshReading;
import org.mview.delta.FreshRows;
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.error.MViewException;
import org.mview.lowering.FreshQuery;
import org.mview.lowering.Places;
import org.mview.lowering.Places.LogTable;
import org.mview.sql.Expression;
import org.mview.sql.QualifiedName;

/**
 * The query that computes a view from its containers and what is pending.
 *
 * @param text which the database takes
 * @param readsAll whether it reads all rows of the masters while anything is pending
 */
public record OnQuery(String text, boolean readsAll) {
  /** To find out what has changed, so many tables are read where the planner tries every order. */
  private static final int FEW = 60;

  /**
   * Why there is none, whatever the logs hold; empty if there is.
   *
   * @param parts the inner views of a view, and the view
   */
  public static Optional<String> against(List<CompiledView> parts) {
    return parts.stream()
        .filter(part -> part.kept().isEmpty())
        .flatMap(part -> part.reasons().stream())
        .findFirst()
        .map(Reason::text);
  }

  /**
   * The query of a view.
   *
   * @param parts the inner views of a view, and the view
   * @throws MViewException FRESH_ROWS_NOT_POSSIBLE, when the logs do not tell all that is pending
   * @throws SQLException when the database takes none; the transaction goes on
   */
  public static OnQuery of(List<CompiledView> parts, Catalog catalog, Database database)
      throws SQLException {
    View view = parts.get(parts.size() - 1).view();
    parts.forEach(part -> refuseObstacle(view, part, catalog));
    return onceFilled(parts, catalog, database);
  }

  /**
   * The query that there will be when the view has been filled.
   *
   * @param parts the inner views of a view, and the view, whose logs are there
   * @throws SQLException when the database takes none; the transaction goes on
   */
  public static OnQuery onceFilled(List<CompiledView> parts, Catalog catalog, Database database)
      throws SQLException {
    if (database.dialect().can(Capability.MISSES_NULLS_IN_PARTS)) {
      return written(parts, catalog, database, 0);
    }
    boolean triesOrders = database.dialect().can(Capability.TRIES_ALL_ORDERS);
    OnQuery touched = written(parts, catalog, database, triesOrders ? FEW : Integer.MAX_VALUE);
    try {
      tryOut(touched, database);
      return touched;
    } catch (SQLException e) {
      OnQuery all = written(parts, catalog, database, 0);
      tryOut(all, database);
      return all;
    }
  }

  /** Has the database look at a query as it will stand in others. */
  private static void tryOut(OnQuery query, Database database) throws SQLException {
    database.columns("SELECT * FROM (%s) AS q".formatted(query.text()));
  }

  /**
   * A query.
   *
   * @param most so many tables are read to find out what has changed in one container
   */
  private static OnQuery written(
      List<CompiledView> parts, Catalog catalog, Database database, int most) throws SQLException {
    List<FreshQuery.Container> containers = new ArrayList<>();
    List<QualifiedName> named = new ArrayList<>();
    for (CompiledView part : parts) {
      containers.add(container(part, catalog, database, most));
      named.addAll(NamedTables.of(part.view(), catalog, database));
    }
    String text = database.text(FreshQuery.of(containers, named.stream().distinct().toList()));
    return new OnQuery(
        text, containers.stream().anyMatch(c -> c.rows().manner() == FreshRows.Manner.ALL));
  }

  private static void refuseObstacle(View view, CompiledView part, Catalog catalog) {
    Optional<Obstacle> obstacle = Obstacles.all(part, catalog).stream().findFirst();
    if (obstacle.isPresent()) {
      throw FRESH_ROWS_NOT_POSSIBLE
          .of(view.name(), obstacle.get().text())
          .because(obstacle.get().error());
    }
  }

  private static FreshQuery.Container container(
      CompiledView part, Catalog catalog, Database database, int most) throws SQLException {
    Kept kept = part.kept().orElseThrow();
    FreshRows rows = FreshReading.of(kept, most);
    Places places = places(part.view(), catalog, database);
    Optional<String> template =
        database
            .dialect()
            .expressions()
            .stored()
            .filter(t -> rows.manner() == FreshRows.Manner.ADDED);
    return new FreshQuery.Container(
        rows,
        kept,
        places,
        template.isPresent() ? stored(template.get(), places, database) : List.of());
  }

  /** What the columns of a container make of values. */
  private static List<String> stored(String template, Places places, Database database)
      throws SQLException {
    TableInfo table = database.table(places.container()).orElseThrow();
    return places.columns().stream()
        .map(column -> template.formatted(table.type(column).declaration()))
        .toList();
  }

  /** Names of stages stand in the query: they are of no schema. */
  private static Places places(View view, Catalog catalog, Database database) {
    Map<QualifiedName, LogTable> tables = new HashMap<>();
    catalog
        .logsOf(view)
        .forEach(
            entry -> {
              ChangeLog log = entry.log();
              List<Expression> conditions = new ArrayList<>();
              log.few(database.dialect()).ifPresent(conditions::add);
              conditions.add(Probe.unseen(view, log, database));
              tables.put(log.master(), log.read(conditions));
            });
    return new Places(
        view.container().table(),
        view.container().columns(),
        tables,
        QualifiedName.of("mview$%s$".formatted(view.id())));
  }
}
