package org.mview.command;

import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.MasterReference;
import org.mview.catalog.View;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;

/**
 * Checks a view against its masters as they are now. If the query still fits the container, the
 * view is valid again; else it can be read, but neither refreshed nor used otherwise.
 */
final class CompileView {
  private final Work work;

  CompileView(Work work) {
    this.work = work;
  }

  View run(View view) throws SQLException {
    try {
      List<CompiledView> parts = compiled(view);
      return parts.get(parts.size() - 1).view();
    } catch (MViewException e) {
      work.registry().compiled(view, e.getMessage());
      work.warnings().add(e.getMessage(), e.error().code());
      return view;
    }
  }

  /**
   * The inner views of a view and the view, with their masters as they are now.
   *
   * @throws MViewException VIEW_NOT_COMPILABLE …, when the query does not fit any more
   */
  List<CompiledView> compiled(View view) throws SQLException {
    checkQuery(view);
    QueryReader.Read read = work.compiler().read(view.query());
    String unstable = work.compiler().unstable(view.query(), read);
    if (!unstable.isEmpty() && view.properties().unstable().isEmpty()) {
      throw VIEW_NOT_COMPILABLE.of(view.name(), unstable);
    }
    List<View> inner = new ArrayList<>();
    for (View part : work.catalog().innerViews(view)) {
      inner.add(part.withMasters(current(part.masters(), read.masters())));
    }
    List<MasterReference> masters = new ArrayList<>(read.masters());
    inner.forEach(part -> masters.add(QueryReader.reference(part)));
    TypeCheck.Parts compiled =
        () -> work.compiler().compile(view.withMasters(masters), inner, read.understanding());
    new TypeCheck(work.database()).check(view, work.catalog(), compiled);
    List<CompiledView> parts = compiled.compiled();
    for (CompiledView part : parts) {
      work.registry().update(part.view());
      work.registry().compiled(part.view(), "");
      work.triggers().restore(part);
      if (isWatchedFromNowOn(view, part.view())) {
        work.readers().forget(part.view());
      }
      new Indexes(work).arrange(part);
    }
    return parts;
  }

  /** Whether nobody has told until now what became of one of its masters. */
  private static boolean isWatchedFromNowOn(View before, View now) {
    return before.masters().stream()
        .filter(master -> master.kind() == MasterReference.Kind.UNWATCHED)
        .anyMatch(
            master ->
                now.masters().stream()
                    .anyMatch(m -> m.name().equals(master.name()) && m.kind().isWatched()));
  }

  /** The masters of an inner view, as the query now finds them. */
  private static List<MasterReference> current(
      List<MasterReference> masters, List<MasterReference> found) {
    return masters.stream()
        .map(m -> found.stream().filter(f -> f.name().equals(m.name())).findFirst().orElse(m))
        .toList();
  }

  /**
   * Asks the database whether the query still fits the view.
   *
   * @throws MViewException VIEW_NOT_COMPILABLE, when it does not
   */
  void checkQuery(View view) throws SQLException {
    try {
      int columns = work.database().columns(view.query()).size();
      if (columns != view.container().visible()) {
        throw VIEW_NOT_COMPILABLE.of(
            view.name(),
            "its query has %s columns, not %s".formatted(columns, view.container().visible()));
      }
    } catch (SQLException e) {
      throw VIEW_NOT_COMPILABLE.of(view.name(), e.getMessage()).because(e);
    }
  }
}
