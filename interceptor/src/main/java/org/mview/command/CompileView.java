package org.mview.command;

import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
      return compiled(view);
    } catch (MViewException e) {
      work.registry().compiled(view, e.getMessage());
      work.warnings().add(e.getMessage(), e.error().code());
      return view;
    }
  }

  /**
   * The view with its masters as they are now.
   *
   * @throws MViewException VIEW_NOT_COMPILABLE …, when the query does not fit any more
   */
  View compiled(View view) throws SQLException {
    checkQuery(view);
    ViewCompiler.Read read = work.compiler().read(view.query());
    CompiledView compiled = work.compiler().compile(view, read.understanding());
    View current = view.withMasters(read.masters());
    work.registry().update(current);
    work.registry().compiled(current, "");
    work.logs().restore(compiled);
    return current;
  }

  private void checkQuery(View view) throws SQLException {
    try (PreparedStatement query = work.database().connection().prepareStatement(view.query())) {
      int columns = query.getMetaData().getColumnCount();
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
