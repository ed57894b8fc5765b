package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.algebra.Relation;
import org.mview.catalog.Container;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.delta.InnerViews;
import org.mview.delta.Kept;
import org.mview.dialect.Capability;
import org.mview.refresh.CompiledView;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Understanding;

/** The inner views of a view that gets them: their names, their tables, their entries. */
final class NewInnerViews {
  private final Work work;

  NewInnerViews(Work work) {
    this.work = work;
  }

  /**
   * Plans the inner views of a view, under names that are free. Nothing is made yet.
   *
   * @param outer the view, whose own container needs not be known
   */
  List<View> plan(View outer, QueryReader.Read read) throws SQLException {
    if (!(read.understanding() instanceof Understanding.Clear clear)) {
      return List.of();
    }
    List<QualifiedName> names = names(outer, InnerViews.number(clear.relation()));
    List<View> views = new ArrayList<>();
    for (Relation part : InnerViews.of(clear.relation(), names::get).inner()) {
      views.add(plan(outer, part, names.get(views.size()), read, views));
    }
    return views;
  }

  private List<QualifiedName> names(View outer, int number) throws SQLException {
    List<QualifiedName> names = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      String wanted = "mview$i$" + outer.name().name().text() + "$" + i;
      names.add(new FreeNames(work.database()).of(wanted));
    }
    return names;
  }

  private View plan(
      View outer, Relation part, QualifiedName name, QueryReader.Read read, List<View> before)
      throws SQLException {
    View.Properties properties = outer.properties().withIndex();
    Kept kept = ViewCompiler.kept(part, properties, work.database().dialect());
    int columns = kept.columns().size();
    return new View(
        work.registry().newId(),
        name,
        "",
        new Container(name, InnerViews.columns(columns), kept.visible()),
        properties,
        outer.state(),
        ViewCompiler.masters(part, read.masters(), work.catalog(), before),
        List.of(),
        java.util.Optional.of(outer.id()));
  }

  /** Makes the table of an inner view, and enters it. */
  void create(CompiledView inner, Relation part) throws SQLException {
    Kept kept = inner.kept().orElseThrow();
    boolean stepwise = !work.database().dialect().can(Capability.TRANSACTIONAL_DDL);
    if (stepwise) {
      work.registry().add(inner.view().with(State.UNUSABLE), true);
    }
    Containers containers = new Containers(work.database());
    containers.create(
        inner.view(), InnerViews.types(part, kept.columns()), List.of(), inner.content());
    containers.createIndex(inner.view(), kept);
    if (!stepwise) {
      work.registry().add(inner.view(), true);
    }
  }
}
