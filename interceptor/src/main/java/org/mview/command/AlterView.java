package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.ON_COMMIT_NOT_POSSIBLE;
import static org.mview.error.MViewError.VIEW_MISSING;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.MasterReference;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.RowIdentity;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.refresh.CompiledView;
import org.mview.sql.QualifiedName;
import org.mview.statement.AlterMaterializedView;
import org.mview.statement.ConstraintTrust;
import org.mview.statement.RefreshClause;
import org.mview.statement.ViewAction;

/** ALTER MATERIALIZED VIEW: another method or mode, COMPILE, CONSIDER FRESH, a constraint. */
final class AlterView {
  private final AlterMaterializedView command;
  private final Work work;

  AlterView(AlterMaterializedView command, Work work) {
    this.command = command;
    this.work = work;
  }

  void run() throws SQLException {
    QualifiedName name = new ObjectNames(work.database()).ours(command.name());
    Optional<View> found = work.catalog().view(name);
    if (found.isEmpty()) {
      if (command.ifExists()) {
        work.warnings().add("materialized view %s does not exist".formatted(name), 12003);
        return;
      }
      throw VIEW_MISSING.of(name);
    }
    View view = found.get();
    if (command.constraint().isPresent()) {
      new ChangeConstraint(work, view).run(command.constraint().get());
      return;
    }
    TableStorage storage = TableStorage.of(command.storage(), work);
    view = refreshed(view);
    storage.apply(view.container().table());
    for (ViewAction action : command.actions()) {
      view = acted(view, action);
    }
  }

  private View refreshed(View view) throws SQLException {
    RefreshClause refresh = command.refresh();
    if (refresh.equals(RefreshClause.NONE)) {
      return view;
    } else if (refresh.identity().filter(i -> i == RowIdentity.PRIMARY_KEY).isPresent()) {
      new PrimaryKeyRule(work, view.name()).check(view);
    }
    if (refresh.constraints().isPresent()) {
      work.registry()
          .queries()
          .trusts(view, refresh.constraints().get() == ConstraintTrust.TRUSTED);
    }
    RefreshMethod method = method(view, refresh);
    RefreshMode mode = refresh.mode().orElse(view.properties().mode());
    checkMode(view, mode);
    if (isOnQuery(view)) {
      OnQueryRule.check(view.with(view.properties().with(method, mode)));
    }
    new ViewSchedule(work).alter(view, refresh, mode);
    for (View inner : work.catalog().innerViews(view)) {
      altered(inner, method, mode);
    }
    return altered(view, method, mode);
  }

  /** Whether it is to be so behind this statement. */
  private boolean isOnQuery(View view) {
    return view.properties().onQuery()
        && !command.actions().contains(ViewAction.DISABLE_ON_QUERY_COMPUTATION);
  }

  private View altered(View view, RefreshMethod method, RefreshMode mode) throws SQLException {
    View altered = view.with(byTriggers(view.properties(), mode).with(method, mode));
    work.registry().update(altered);
    if (wantsLogs(altered) && !wantsLogs(view)) {
      work.subscriptions().awaitFilling(altered);
    }
    if (!wantsLogs(altered)) {
      new Indexes(work).release(altered);
    }
    return altered;
  }

  /** Where that depends on the mode, another one asks anew whether triggers may keep the view. */
  private View.Properties byTriggers(View.Properties properties, RefreshMode mode) {
    Dialect dialect = work.database().dialect();
    return mode == properties.mode() || !dialect.can(Capability.MERGES_EXACTLY)
        ? properties
        : properties.withByTriggers(work.options().keepsByTriggers(mode, dialect));
  }

  /** What lifts NEVER REFRESH without naming a method gives Oracle's default. */
  private static RefreshMethod method(View view, RefreshClause refresh) {
    RefreshMethod before = view.properties().method();
    return refresh.method().orElse(before == RefreshMethod.NEVER ? RefreshMethod.FORCE : before);
  }

  private static void checkMode(View view, RefreshMode mode) {
    boolean unwatched =
        view.masters().stream().anyMatch(m -> m.kind() == MasterReference.Kind.UNWATCHED);
    if (mode.isInTransactions() && unwatched) {
      throw ON_COMMIT_NOT_POSSIBLE.of(view.name(), "changes of one of its tables cannot be seen");
    }
  }

  private static boolean wantsLogs(View view) {
    return view.properties().method().readsChanges();
  }

  /** Transactions refresh a view one after the other, as they write one after the other. */
  static final String CONCURRENT_REFRESH =
      "ENABLE CONCURRENT REFRESH has no effect: this database lets one transaction write at a time";

  private View acted(View view, ViewAction action) throws SQLException {
    switch (action) {
      case ENABLE_QUERY_REWRITE -> {
        new RewriteRule(work, view.name()).check(view.query(), view.masters());
        work.warnings().add("ENABLE QUERY REWRITE is remembered; queries are not yet rewritten");
        return updated(view.with(view.properties().withRewrite(true)));
      }
      case DISABLE_QUERY_REWRITE -> {
        return updated(view.with(view.properties().withRewrite(false)));
      }
      case COMPILE -> {
        return new CompileView(work).run(view);
      }
      case CONSIDER_FRESH -> {
        return considerFresh(view);
      }
      case ENABLE_ON_QUERY_COMPUTATION -> {
        List<CompiledView> parts = parts(view);
        new OnQueryRule(work).check(view, parts);
        new OnQueryRule(work).check(parts);
        return onQuery(view, true);
      }
      case DISABLE_ON_QUERY_COMPUTATION -> {
        return onQuery(view, false);
      }
      case DISABLE_CONCURRENT_REFRESH -> {
        return view;
      }
      case ENABLE_CONCURRENT_REFRESH -> {
        work.warnings().add(CONCURRENT_REFRESH);
        return view;
      }
      default -> throw NOT_SUPPORTED.of(action.toString().replace('_', ' '), "leave it out");
    }
  }

  private List<CompiledView> parts(View view) throws SQLException {
    List<View> inner = work.catalog().innerViews(view);
    return work.compiler().compile(view, inner, work.compiler().read(view.query()).understanding());
  }

  private View onQuery(View view, boolean on) throws SQLException {
    work.registry().queries().onQuery(view, on);
    return view.with(view.properties().withOnQuery(on));
  }

  /** What is pending is dropped, never applied: the user says that the rows are right. */
  private View considerFresh(View view) throws SQLException {
    for (View inner : work.catalog().innerViews(view)) {
      work.readers().skip(inner);
    }
    work.readers().skip(view);
    return updated(view.with(new State(true, State.Knowledge.CONSIDERED_FRESH)));
  }

  private View updated(View view) throws SQLException {
    work.registry().update(view);
    return view;
  }
}
