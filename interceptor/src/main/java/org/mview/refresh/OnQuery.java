package org.mview.refresh;

import static org.mview.error.MViewError.FRESH_ROWS_NOT_POSSIBLE;

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
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.error.MViewException;
import org.mview.lowering.FreshQuery;
import org.mview.lowering.Places;
import org.mview.lowering.Places.LogTable;
import org.mview.sql.Expression;
import org.mview.sql.QualifiedName;

/** The query that computes a view from its containers and what is pending. */
public final class OnQuery {
  private static final String TOO_LONG = "its change reads too many tables for one statement";

  private OnQuery() {}

  /**
   * Why there is none, whatever the logs hold; empty if there is.
   *
   * @param parts the inner views of a view, and the view
   */
  public static Optional<String> against(List<CompiledView> parts) {
    for (CompiledView part : parts) {
      if (part.kept().isEmpty()) {
        return part.reasons().stream().findFirst().map(Reason::text);
      } else if (FreshReading.of(part.kept().get()).isEmpty()) {
        return Optional.of(TOO_LONG);
      }
    }
    return Optional.empty();
  }

  /**
   * The text of the query.
   *
   * @param parts the inner views of a view, and the view
   * @throws MViewException FRESH_ROWS_NOT_POSSIBLE, when the logs do not tell all that is pending
   */
  public static String text(List<CompiledView> parts, Catalog catalog, Database database) {
    View view = parts.get(parts.size() - 1).view();
    List<FreshQuery.Container> containers = new ArrayList<>();
    List<QualifiedName> named = new ArrayList<>();
    for (CompiledView part : parts) {
      refuseObstacle(view, part, catalog);
      containers.add(container(part, catalog, database));
      named.addAll(NamedTables.of(part.view(), catalog, database));
    }
    return database.text(FreshQuery.of(containers, named.stream().distinct().toList()));
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
      CompiledView part, Catalog catalog, Database database) {
    Kept kept = part.kept().orElseThrow();
    return FreshReading.of(kept)
        .map(rows -> new FreshQuery.Container(rows, kept, places(part.view(), catalog, database)))
        .orElseThrow(() -> FRESH_ROWS_NOT_POSSIBLE.of(part.view().name(), TOO_LONG));
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
