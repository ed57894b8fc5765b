package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.QUERY_NOT_VALID;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.BuildMode;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.explain.Examined;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacle;
import org.mview.refresh.Trial;
import org.mview.sql.QualifiedName;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.Explained;

/**
 * Makes the view of a text, all but its rows, lets somebody look at it, and undoes it.
 *
 * <p>So what is said of a text is what is said of the view, by the same code; its query is not run.
 * It wants a database that can undo definitions.
 */
final class Rehearsal {
  private static final String SAVEPOINT = "\"mview$rehearsal\"";

  /** These are what the answer is about, and nothing that stands in its way. */
  private static final Set<MViewError> ABOUT_FAST =
      Set.of(NOT_FAST_REFRESHABLE, CHANGE_LOG_MISSING);

  private final Work work;
  private final Database database;

  Rehearsal(Work work) {
    this.work = work;
    this.database = work.database();
  }

  /** Something that is done and undone. */
  @FunctionalInterface
  private interface Undone<T> {
    T in(Work made) throws SQLException;
  }

  /**
   * Looks at the view of a text.
   *
   * @throws MViewException QUERY_NOT_VALID, when the database does not take the query
   */
  <T> T of(Explained.Text text, Examination.Look<T> look) throws SQLException {
    if (text.create().build() == BuildMode.PREBUILT) {
      throw NOT_SUPPORTED.of(
          "to explain a text ON PREBUILT TABLE",
          "create the view, which leaves the table as it is, and explain that");
    }
    Drafts drafts = Drafts.of(text, database);
    Optional<QualifiedName> name =
        Optional.of(new ObjectNames(database).ours(text.create().name())).filter(n -> text.named());
    List<Obstacle> against = new ArrayList<>();
    refusal(drafts.asGiven()).ifPresent(against::add);
    return undone(made -> look.at(examined(made, drafts.lenient(), name, against), made));
  }

  /**
   * What the database says against the statements of a fast refresh of a view that is to be
   * created; empty if nothing, or if something else stands in the way of the view.
   */
  Optional<String> refused(CreateMaterializedView create) throws SQLException {
    try {
      return undone(made -> refused(make(made, Drafts.deferred(create)), made));
    } catch (MViewException e) {
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(Trial.against(e)); // an index, for one
    }
  }

  private static Optional<String> refused(List<CompiledView> parts, Work made) throws SQLException {
    Trial trial = new Trial(made.database(), made.catalog(), made.stages());
    for (CompiledView part : parts) {
      Optional<String> refusal = trial.refusal(part);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** Why the view cannot be created as its text says. */
  private Optional<Obstacle> refusal(CreateMaterializedView given) throws SQLException {
    try {
      undone(made -> make(made, given));
      return Optional.empty();
    } catch (MViewException e) {
      if (e.error() == QUERY_NOT_VALID) {
        throw e;
      }
      return Optional.of(e).filter(x -> !ABOUT_FAST.contains(x.error())).map(Obstacle::of);
    }
  }

  private static Examined examined(
      Work made,
      CreateMaterializedView lenient,
      Optional<QualifiedName> name,
      List<Obstacle> against)
      throws SQLException {
    try {
      return new Examination(made).of(name, make(made, lenient)).with(against);
    } catch (MViewException e) {
      List<Obstacle> all = against.isEmpty() ? List.of(Obstacle.of(e)) : against;
      return Examined.broken(name, List.of(), all, made.catalog());
    }
  }

  /** Makes a view that is as good as filled: its logs are there, and it reads them. */
  private static List<CompiledView> make(Work made, CreateMaterializedView create)
      throws SQLException {
    new CreateView(create, made).runUntried();
    QualifiedName name = new ObjectNames(made.database()).ours(create.name());
    View view = made.catalog().view(name).orElseThrow();
    List<View> inner =
        made.catalog().innerViews(view).stream().map(part -> part.with(State.FILLED)).toList();
    ViewCompiler compiler = made.compiler();
    List<CompiledView> parts =
        compiler.compile(
            view.with(State.FILLED), inner, compiler.read(view.query()).understanding());
    for (CompiledView part : parts) {
      made.subscriptions().subscribe(part);
    }
    return parts;
  }

  private <T> T undone(Undone<T> doing) throws SQLException {
    if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      throw NOT_SUPPORTED.of(
          "to explain a text on this database, which cannot undo definitions",
          "create the view, BUILD DEFERRED, and explain that");
    }
    database.define("SAVEPOINT " + SAVEPOINT);
    try {
      return doing.in(work.rehearsal());
    } finally {
      database.define("ROLLBACK TO " + SAVEPOINT);
      database.define("RELEASE " + SAVEPOINT);
    }
  }
}
