package org.mview.refresh;

import static org.mview.error.MViewError.LOGS_CHANGE_TOO_FAST;
import static org.mview.error.MViewError.VIEWS_CHANGED_MEANWHILE;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Announcement;
import org.mview.catalog.Catalog;
import org.mview.catalog.Container;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * Refreshes views inside the transaction of its caller, who also makes it end.
 *
 * <p>What the views have seen of their logs is taken out at the end, by {@link #finish}.
 */
public final class Refresher {
  /** Fewer changed rows than this are never worth a complete refresh. */
  private static final int FEW = 1_000;

  /** The same where groups are read again. */
  private static final int VERY_FEW = 50;

  /** A change of more than this share of a master's rows costs more than reading them all. */
  private static final double LARGE_SHARE = 0.5;

  /**
   * More changed rows than this share of the groups there are touch too many to read them again.
   */
  private static final double MANY_GROUPS = 0.5;

  /** So often, at most, the logs may turn out to be other than they were a moment before. */
  private static final int ATTEMPTS = 20;

  private final Database database;
  private final Registry registry;
  private final Catalog catalog;
  private final Stages stages;
  private final RefreshExecution execution;
  private final Set<Long> seen = new HashSet<>();
  private final Set<Long> logs = new HashSet<>();
  private final Set<View> doubted = new HashSet<>();

  /** Refreshes views of a catalog. */
  public Refresher(Database database, Registry registry, Catalog catalog, Stages stages) {
    this.database = database;
    this.registry = registry;
    this.catalog = catalog;
    this.stages = stages;
    this.execution = new RefreshExecution(database, stages);
  }

  /**
   * Keeps others from refreshing these views, until this transaction ends.
   *
   * @param views all that are to be refreshed
   */
  public void lock(Collection<View> views) throws SQLException {
    Readers.of(database)
        .lock(views, views.stream().flatMap(view -> catalog.logsOf(view).stream()).toList());
  }

  /**
   * The method itself, or COMPLETE where FAST is asked for and something stands in its way, as a
   * log that is younger than the last refresh.
   */
  public RefreshMethod possible(CompiledView compiled, RefreshMethod method) {
    return method.mustReadChanges() && Obstacles.of(compiled, catalog).isPresent()
        ? RefreshMethod.COMPLETE
        : method;
  }

  /**
   * Refreshes a view; its parents have been refreshed before, if they are to be.
   *
   * @throws MViewException when FAST is asked for and cannot be done; nothing is changed then
   */
  public RefreshResult refresh(CompiledView compiled, RefreshMethod method) throws SQLException {
    return method == RefreshMethod.COMPLETE
        ? complete(compiled, Optional.empty())
        : refresh(compiled, method, new Probe(database, catalog).of(compiled.view()));
  }

  /**
   * The same, when it is known already what is pending.
   *
   * @param pending the state of each log in which something is pending, by the log's id
   */
  public RefreshResult refresh(
      CompiledView compiled, RefreshMethod method, Map<Long, LogState> pending)
      throws SQLException {
    if (method == RefreshMethod.COMPLETE) {
      return complete(compiled, Optional.empty());
    }
    Optional<MViewException> obstacle = Obstacles.of(compiled, catalog);
    if (obstacle.isPresent() && method.mustReadChanges()) {
      throw obstacle.get();
    } else if (obstacle.isPresent()) {
      return complete(compiled, Optional.of(obstacle.get().getMessage()));
    } else if (method == RefreshMethod.FORCE && isLarge(compiled, pending)) {
      return complete(compiled, Optional.of("the change is large"));
    }
    fast(compiled, pending);
    RefreshResult.Type type =
        method == RefreshMethod.PCT ? RefreshResult.Type.FAST_PCT : RefreshResult.Type.FAST;
    return new RefreshResult(compiled.view(), type, Optional.empty());
  }

  private boolean isLarge(CompiledView compiled, Map<Long, LogState> states) throws SQLException {
    double total = 0;
    for (Long id : states.keySet()) {
      ChangeLog log = catalog.log(id).log();
      double changed = database.estimatedRows(log.table());
      if (changed > FEW && changed > database.estimatedRows(log.master()) * LARGE_SHARE) {
        return true;
      }
      total += changed;
    }
    return compiled.readsGroupsAgain() && touchesMany(compiled, total);
  }

  private boolean touchesMany(CompiledView compiled, double changed) throws SQLException {
    double groups = database.estimatedRows(compiled.view().container().table());
    return changed > VERY_FEW && changed > groups * MANY_GROUPS;
  }

  private void fast(CompiledView compiled, Map<Long, LogState> pending) throws SQLException {
    Map<Long, LogState> found = pending;
    for (int attempt = 0; !found.isEmpty(); attempt++) {
      Map<Long, LogState> states = found;
      if (execution.run(
          compiled,
          compiled.plan(states, p -> FastRefresh.texts(compiled, p, catalog, database)))) {
        seen.add(compiled.view().id());
        logs.addAll(states.keySet());
        break;
      } else if (attempt == ATTEMPTS) {
        throw LOGS_CHANGE_TOO_FAST.of(compiled.view().name());
      }
      found = new Probe(database, catalog).of(compiled.view());
    }
    if (catalog.isMerged(compiled.view()) && registry.marks().isDoubtful(compiled.view())) {
      execution.run(FastRefresh.ofTainted(compiled, catalog, database));
      registry.marks().trust(compiled.view());
      doubted.add(compiled.view());
    }
  }

  /** The views of which sums were found not to be exact, and read again. */
  public Set<View> doubted() {
    return Set.copyOf(doubted);
  }

  /** Empties the container and runs the query. */
  private RefreshResult complete(CompiledView compiled, Optional<String> fellBack)
      throws SQLException {
    View view = compiled.view();
    QualifiedName table = view.container().table();
    List<Identifier> columns = filled(compiled);
    keepMergingOut(view);
    registry.notes().untouched(view);
    QualifiedName stages = FastRefresh.stages(view, "all$", catalog, database);
    Optional<Places.Moment> moment = Readers.of(database).completely(view, catalog, stages);
    if (moment.isPresent()) {
      fill(view, RefreshStatements.completely(table, columns, compiled.content(), moment.get()));
    } else {
      database.run(database.text(new Statement.DeleteAll(table)));
      Statement fill = new Statement.Insert(table, columns, compiled.content(), Optional.empty());
      database.run(Announcement.before(database.text(fill), view, database));
    }
    seen.add(view.id());
    catalog.logsOf(view).forEach(log -> logs.add(log.log().id()));
    return new RefreshResult(view, RefreshResult.Type.COMPLETE, fellBack);
  }

  /**
   * Waits for those whose triggers have merged something into a view. Who changes a master from now
   * on is not in what is read, and adds to it afterwards. Where a transaction cannot keep them out,
   * they have been made to log before, unless what asks for this has just come up.
   */
  private void keepMergingOut(View view) throws SQLException {
    if (catalog.isMerged(view)) {
      if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
        throw VIEWS_CHANGED_MEANWHILE.of();
      }
      database.define(
          database.dialect().triggers().keepWritersOut(List.of(view.container().table())));
    }
  }

  /**
   * The columns of the container that its content has. A view may have been kept by hidden ones,
   * and be beyond that now, as one of its masters has become a table without a log: it does
   * without.
   */
  private static List<Identifier> filled(CompiledView compiled) {
    Container container = compiled.view().container();
    return compiled.kept().isPresent() ? container.columns() : container.visibleColumns();
  }

  /** What is gathered of a whole view is not kept for the next time. */
  private void fill(View view, RefreshStatements statements) throws SQLException {
    for (RefreshStatements.Stage stage : statements.stages()) {
      stages.make(stage);
    }
    for (Statement statement : statements.statements()) {
      String text = Announcement.before(database.text(statement), view, database);
      if (statement instanceof Statement.AtOnce) {
        database.read(text, row -> row.getBoolean(1));
      } else {
        database.run(text);
      }
    }
    for (RefreshStatements.Stage stage : statements.stages()) {
      stages.drop(stage);
    }
  }

  /**
   * Takes out of the logs what has been seen; to be called once, before the commit.
   *
   * @param session what of the session is to be put back as it was
   */
  public void finish(SessionValue session) throws SQLException {
    Readers.of(database).seenBy(seen, logs, catalog, session);
    session.restore(stages);
  }
}
