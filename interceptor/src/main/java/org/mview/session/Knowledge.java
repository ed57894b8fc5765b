package org.mview.session;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mview.catalog.Catalog;
import org.mview.catalog.Registry;
import org.mview.catalog.Version;
import org.mview.catalog.View;
import org.mview.command.ViewCompiler;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.refresh.CompiledView;
import org.mview.sql.QualifiedName;
import org.mview.statement.LexicalRules;
import org.mview.statement.Target;

/**
 * What all sessions of a database know of its views, as long as no table of it is changed: the
 * catalog, and what is made of it once.
 *
 * @param atCommit the views to refresh at a commit
 * @param atStatement those of them to refresh behind each statement
 * @param changing names that a statement mentions if it may change a master of one of those
 * @param calling names of functions that may change rows
 * @param committing names of procedures that commit, and cannot do so in a transaction of ours
 * @param readOnly names of views, and of the tables that hold them
 * @param captured names of tables that have triggers of ours
 * @param compiled views that have been compiled, by their ids
 * @param onQuery the queries that compute views, by the ids of those
 * @param fresh texts with the hint FRESH_MV, and what is run instead of each
 */
record Knowledge(
    Catalog catalog,
    Due atCommit,
    Due atStatement,
    WatchSet changing,
    WatchSet calling,
    WatchSet committing,
    WatchSet readOnly,
    WatchSet captured,
    Map<Long, CompiledView> compiled,
    Map<Long, String> onQuery,
    Map<String, String> fresh) {

  /** So many texts are kept; who writes more has values in them, and sends none of them again. */
  private static final int MOST_TEXTS = 500;

  static Knowledge read(Database database) throws SQLException {
    Catalog catalog = new Registry(database).read();
    boolean leavesNothing = database.dialect().can(Capability.MERGES_EXACTLY);
    List<View> inTransactions =
        catalog.inOrder(
            catalog.views().values().stream()
                .filter(View::isInTransactions)
                .filter(view -> !leavesNothing || !isKept(view, catalog, database.dialect()))
                .toList());
    List<View> onStatement = inTransactions.stream().filter(View::isOnStatement).toList();
    Set<String> readOnly = new HashSet<>();
    for (View view : catalog.views().values()) {
      readOnly.add(view.name().name().text());
      readOnly.add(view.container().table().name().text());
    }
    Set<String> captured = new HashSet<>();
    catalog.logs().values().forEach(entry -> captured.add(entry.log().master().name().text()));
    catalog.views().values().stream()
        .flatMap(view -> view.masters().stream())
        .forEach(master -> captured.add(master.name().name().text()));
    boolean calls =
        database.dialect().can(Capability.LEAVES_HALF_OF_QUERIES)
            ? !captured.isEmpty()
            : !inTransactions.isEmpty();
    Set<String> functions =
        calls ? database.dialect().functions().changingRows(database.connection()) : Set.of();
    Set<String> committing = new HashSet<>();
    if (calls) {
      committing.addAll(database.dialect().functions().committing(database.connection()));
      committing.addAll(database.dialect().functions().ofCommits());
    }
    Set<String> changing = new HashSet<>(functions);
    if (!inTransactions.isEmpty()) {
      changing.addAll(catalog.reach());
    }
    return new Knowledge(
        catalog,
        Due.of(database, catalog, inTransactions),
        Due.of(database, catalog, onStatement),
        WatchSet.of(changing),
        WatchSet.of(functions),
        WatchSet.of(committing),
        WatchSet.of(readOnly),
        WatchSet.of(captured),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  /**
   * Whether triggers keep a view, or, where no transaction can keep them out of it, did until some
   * of them were lost: it waits for a refresh of its own then.
   */
  private static boolean isKept(View view, Catalog catalog, Dialect dialect) {
    return dialect.can(Capability.TRANSACTIONAL_DDL)
        ? catalog.isMergedWholly(view)
        : catalog.isMerged(view);
  }

  /** Whether a view is computed when a query asks for it. */
  boolean computesOnQuery() {
    return catalog.views().values().stream().anyMatch(view -> view.properties().onQuery());
  }

  /** Keeps what a text that asks for that is made into. */
  void keep(String sql, String made) {
    if (fresh.size() >= MOST_TEXTS) {
      fresh.clear();
    }
    fresh.put(sql, made);
  }

  /** Whether a statement changes a table that has triggers of ours. */
  boolean hasTriggersOnTarget(String sql, LexicalRules rules) {
    return captured.isMentionedIn(sql, 0)
        && Target.of(sql, rules)
            .map(QualifiedName::of)
            .filter(t -> catalog.log(t).isPresent() || !catalog.dependents(t).isEmpty())
            .isPresent();
  }

  /** Whether there is one, and none that could make a commit fail. */
  boolean refreshesAlwaysLater() {
    return refreshesAtCommit()
        && atCommit.views().stream().allMatch(view -> view.constraints().isEmpty());
  }

  /** Whether there is a view to be refreshed at a commit. */
  boolean refreshesAtCommit() {
    return !atCommit.isEmpty();
  }

  Version version() {
    return catalog.version();
  }

  /** A view, ready to be refreshed. */
  CompiledView compiled(View view, Database database) throws SQLException {
    return compiler(database).compile(view);
  }

  /** What makes views ready to be refreshed; each is compiled once. */
  ViewCompiler compiler(Database database) {
    return new ViewCompiler(database, catalog, compiled);
  }
}
