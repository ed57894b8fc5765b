package org.mview.refresh;

import static org.mview.error.MViewError.CHANGE_LOG_DAMAGED;
import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_TOO_YOUNG;
import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Change;
import org.mview.delta.Kept;
import org.mview.delta.Planner;
import org.mview.delta.RefreshPlan;
import org.mview.error.MViewException;
import org.mview.lowering.Places;
import org.mview.lowering.Places.LogTable;
import org.mview.refresh.CompiledView.PlanKey;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;

/**
 * Refreshes views inside the transaction of its caller, who also makes it end.
 *
 * <p>What the views have seen of their logs is taken out at the end, by {@link #finish}.
 */
public final class Refresher {
  /** A change of more than this share of the masters' rows costs more than reading them all. */
  private static final double LARGE_SHARE = 0.2;

  private final Database database;
  private final Registry registry;
  private final Catalog catalog;
  private final Stages stages;
  private final Map<Long, View> seen = new LinkedHashMap<>();
  private final Set<LogEntry> logs = new HashSet<>();

  /** Refreshes views of a catalog. */
  public Refresher(Database database, Registry registry, Catalog catalog, Stages stages) {
    this.database = database;
    this.registry = registry;
    this.catalog = catalog;
    this.stages = stages;
  }

  /**
   * Refreshes a view; its parents have been refreshed before, if they are to be.
   *
   * @throws MViewException when FAST is asked for and cannot be done; nothing is changed then
   */
  public RefreshResult refresh(CompiledView compiled, RefreshMethod method) throws SQLException {
    return refresh(compiled, method, Optional.empty());
  }

  /** The same, when it is known already what is pending. */
  public RefreshResult refresh(
      CompiledView compiled, RefreshMethod method, Map<LogEntry, LogState> pending)
      throws SQLException {
    return refresh(compiled, method, Optional.of(pending));
  }

  private RefreshResult refresh(
      CompiledView compiled, RefreshMethod method, Optional<Map<LogEntry, LogState>> pending)
      throws SQLException {
    View view = compiled.view();
    if (method == RefreshMethod.COMPLETE) {
      complete(compiled);
      return new RefreshResult(view, RefreshResult.Type.COMPLETE, Optional.empty());
    }
    Optional<MViewException> obstacle = obstacle(compiled);
    if (obstacle.isPresent() && method == RefreshMethod.FAST) {
      throw obstacle.get();
    } else if (obstacle.isPresent()) {
      complete(compiled);
      return fellBack(view, obstacle.get().getMessage());
    }
    Map<LogEntry, LogState> states =
        pending.isPresent() ? pending.get() : new Probe(database, catalog).of(view);
    if (method == RefreshMethod.FORCE && isLarge(states)) {
      complete(compiled);
      return fellBack(view, "the change is large");
    }
    fast(compiled, states);
    return new RefreshResult(view, RefreshResult.Type.FAST, Optional.empty());
  }

  private static RefreshResult fellBack(View view, String why) {
    return new RefreshResult(view, RefreshResult.Type.COMPLETE, Optional.of(why));
  }

  /** Takes out of the logs what has been seen; to be called once, before the commit. */
  public void finish() throws SQLException {
    new Readers(database).seenBy(seen.values(), logs, catalog);
  }

  /** Why a view cannot be refreshed fast now. */
  private Optional<MViewException> obstacle(CompiledView compiled) {
    View view = compiled.view();
    if (compiled.kept().isEmpty()) {
      return Optional.of(NOT_FAST_REFRESHABLE.of(view.name(), compiled.reasons().get(0)));
    } else if (!view.state().populated()) {
      return Optional.of(MUST_BE_COMPLETELY_REFRESHED.of(view.name()));
    }
    for (QualifiedName master : Masters.of(compiled.kept().get().content())) {
      Optional<LogEntry> log = catalog.log(master);
      if (log.isEmpty()) {
        return Optional.of(CHANGE_LOG_MISSING.of(master));
      } else if (!log.get().intact()) {
        return Optional.of(CHANGE_LOG_DAMAGED.of(master));
      } else if (!catalog.reads(view, log.get())) {
        return Optional.of(CHANGE_LOG_TOO_YOUNG.of(master, view.name()));
      }
    }
    return Optional.empty();
  }

  private boolean isLarge(Map<LogEntry, LogState> states) throws SQLException {
    for (Map.Entry<LogEntry, LogState> entry : states.entrySet()) {
      if (entry.getValue().pending()) {
        QualifiedName log = entry.getKey().log().table();
        double changed = database.estimatedRows(log);
        double all = database.estimatedRows(entry.getKey().log().master());
        if (changed > SMALL && changed > all * LARGE_SHARE) {
          return true;
        }
      }
    }
    return false;
  }

  private static final int SMALL = 1_000;

  private void fast(CompiledView compiled, Map<LogEntry, LogState> states) throws SQLException {
    Set<QualifiedName> changed = new HashSet<>();
    Set<QualifiedName> whole = new HashSet<>();
    boolean insertsOnly = true;
    for (Map.Entry<LogEntry, LogState> entry : states.entrySet()) {
      QualifiedName master = entry.getKey().log().master();
      if (entry.getValue().whole()) {
        whole.add(master);
      }
      if (entry.getValue().pending()) {
        changed.add(master);
        insertsOnly &= entry.getValue().insertsOnly();
        logs.add(entry.getKey());
      }
    }
    if (!changed.isEmpty()) {
      PlanKey key = new PlanKey(Set.copyOf(changed), insertsOnly, Set.copyOf(whole));
      run(compiled, compiled.plan(key, k -> texts(compiled, k)));
      seen.put(compiled.view().id(), compiled.view());
    }
  }

  private RefreshTexts texts(CompiledView compiled, PlanKey key) {
    Kept kept = compiled.kept().orElseThrow();
    View view = compiled.view();
    Change change = new Change(key.changed(), key.insertsOnly(), !view.constraints().isEmpty());
    RefreshPlan plan = Planner.fast(kept, change);
    return RefreshTexts.of(plan, kept, places(view, key.whole()), database);
  }

  private Places places(View view, Set<QualifiedName> whole) {
    Map<QualifiedName, LogTable> tables = new HashMap<>();
    for (LogEntry entry : catalog.logsOf(view)) {
      QualifiedName master = entry.log().master();
      tables.put(
          master, entry.log().read(whole.contains(master) ? List.of() : pending(view, entry)));
    }
    return new Places(
        view.container().table(),
        view.container().columns(),
        tables,
        QualifiedName.of("temp", "mview$" + view.id() + "$"));
  }

  private static List<Expression> pending(View view, LogEntry entry) {
    Qualified sequence = new Qualified(LogTable.ALIAS, org.mview.capture.ChangeLog.SEQUENCE);
    Query position = new Query.Verbatim(unwrapped(Probe.position(view, entry.log())));
    return List.of(Fragment.of("{} > {}", sequence, new Subquery(position)));
  }

  private static String unwrapped(String subquery) {
    return subquery.substring(1, subquery.length() - 1);
  }

  private void run(CompiledView compiled, RefreshTexts texts) throws SQLException {
    if (texts.otherwise().isPresent() && compiled.expectsInexact()) {
      run(texts.otherwise().get());
      return;
    }
    try {
      run(texts);
    } catch (SQLException e) {
      if (texts.otherwise().isEmpty() || !database.isInexact(e)) {
        throw e;
      }
      compiled.foundInexact();
      run(texts.otherwise().get());
    }
  }

  private void run(RefreshTexts texts) throws SQLException {
    for (int i = 0; i < texts.stages().size(); i++) {
      stages.make(texts.stages().get(i));
      database.run(texts.clears().get(i));
    }
    for (String statement : texts.statements()) {
      database.run(statement);
    }
  }

  /** Empties the container and runs the query. */
  private void complete(CompiledView compiled) throws SQLException {
    View view = compiled.view();
    database.run(database.text(new Statement.DeleteAll(view.container().table())));
    database.run(
        database.text(
            new Statement.Insert(
                view.container().table(),
                view.container().columns(),
                compiled.content(),
                Optional.empty())));
    seen.put(view.id(), view);
    logs.addAll(catalog.logsOf(view));
    registry.untouched(view);
  }
}
