package org.mview.command;

import static org.mview.error.MViewError.NEVER_REFRESHED;
import static org.mview.error.MViewError.VIEW_MISSING;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.catalog.MasterReference;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.error.MViewException;
import org.mview.explain.Examined;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacle;
import org.mview.refresh.Obstacles;
import org.mview.sql.QualifiedName;
import org.mview.statement.Explained;

/**
 * Finds out what a refresh of a view would find, by asking what a refresh asks. A text is first
 * made the view that it stands for, which goes again when it has been looked at.
 */
final class Examination {
  private final Work work;

  Examination(Work work) {
    this.work = work;
  }

  /** Looks at what was examined. */
  @FunctionalInterface
  interface Look<T> {
    /**
     * Looks while it is there.
     *
     * @param work in which it is there
     */
    T at(Examined examined, Work work) throws SQLException;
  }

  /**
   * Examines a view, or a text.
   *
   * @throws MViewException VIEW_MISSING, QUERY_NOT_VALID, when there is nothing to examine
   */
  <T> T of(Explained explained, Look<T> look) throws SQLException {
    if (explained instanceof Explained.Text text) {
      return new Rehearsal(work).of(text, look);
    }
    Explained.Existing existing = (Explained.Existing) explained;
    QualifiedName name = new ObjectNames(work.database()).ours(existing.name());
    View view = work.catalog().view(name).orElseThrow(() -> VIEW_MISSING.of(name));
    return look.at(of(view), work);
  }

  private Examined of(View view) throws SQLException {
    try {
      new CompileView(work).checkQuery(view);
      List<View> inner = work.catalog().innerViews(view);
      ViewCompiler compiler = work.compiler();
      return of(
          Optional.of(view.name()),
          compiler.compile(view, inner, compiler.read(view.query()).understanding()));
    } catch (MViewException e) {
      return Examined.broken(
          Optional.of(view.name()), view.masters(), List.of(Obstacle.of(e)), work.catalog());
    }
  }

  /**
   * What a refresh of a view finds.
   *
   * @param name by which its author knows it
   * @param parts its inner views, and the view
   */
  Examined of(Optional<QualifiedName> name, List<CompiledView> parts) throws SQLException {
    View view = parts.get(parts.size() - 1).view();
    List<Obstacle> against =
        view.properties().method() == RefreshMethod.NEVER
            ? List.of(Obstacle.of(NEVER_REFRESHED.of(view.name())))
            : List.of();
    List<Obstacle> againstFast =
        parts.stream().flatMap(part -> Obstacles.all(part, work.catalog()).stream()).toList();
    return new Examined(
        name,
        named(view),
        TrackedPartitions.of(view, work),
        parts,
        against,
        againstFast,
        new KeptByTriggers(work).against(view),
        work.catalog());
  }

  /** What the query of a view names, without its inner views. */
  private List<MasterReference> named(View view) {
    Set<QualifiedName> inner =
        work.catalog().innerViews(view).stream().map(View::name).collect(Collectors.toSet());
    return view.masters().stream().filter(master -> !inner.contains(master.name())).toList();
  }
}
