package org.mview.refresh;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.command.ViewCompiler;
import org.mview.database.Database;
import org.mview.session.TestSession;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/** The refresh that a golden file is about, on a database of its own. */
final class RefreshCase implements AutoCloseable {
  private final TestSession session;
  private final Database database;
  private final List<RefreshTexts> parts = new ArrayList<>();

  RefreshCase(GoldenFile file) throws SQLException {
    session = TestSession.open();
    session.run(GoldenFile.schema());
    session.run(file.script());
    database = session.database();
    Catalog catalog = new Registry(database).read();
    View view = catalog.view(QualifiedName.of("v")).orElseThrow();
    ViewCompiler compiler = new ViewCompiler(database, catalog, new HashMap<>());
    List<View> views = new ArrayList<>(catalog.innerViews(view));
    views.add(view);
    checkLogged(file, views, catalog);
    for (View part : views) {
      CompiledView compiled = compiler.compile(part);
      parts.add(
          file.changed().isEmpty()
              ? complete(compiled)
              : FastRefresh.texts(compiled, pending(file, part, catalog), catalog, database));
    }
  }

  private RefreshTexts complete(CompiledView compiled) {
    View view = compiled.view();
    QualifiedName table = view.container().table();
    Statement insert =
        new Statement.Insert(
            table, view.container().columns(), compiled.content(), Optional.empty());
    return new RefreshTexts(
        List.of(),
        List.of(),
        List.of(text(new Statement.DeleteAll(table)), text(insert)),
        true,
        Optional.empty());
  }

  private static void checkLogged(GoldenFile file, List<View> views, Catalog catalog) {
    long logged =
        views.stream()
            .flatMap(view -> catalog.logsOf(view).stream())
            .map(log -> log.log().master().name().text())
            .filter(file.changed()::contains)
            .distinct()
            .count();
    if (logged != file.changed().size()) {
      throw new IllegalStateException(file + ": not all of these are logged for the view");
    }
  }

  private RefreshTexts.Text text(Statement statement) {
    return new RefreshTexts.Text(database.text(statement), RefreshTexts.Answer.NONE);
  }

  /** A change of a table may be any change of an inner view that reads it. */
  private static Map<Long, LogState> pending(GoldenFile file, View view, Catalog catalog) {
    Map<Long, LogState> pending = new HashMap<>();
    for (LogEntry log : catalog.logsOf(view)) {
      boolean ofInner = catalog.viewIn(log.log().master()).filter(View::isInner).isPresent();
      if (ofInner || file.changed().contains(log.log().master().name().text())) {
        boolean insertsOnly = file.insertsOnly() && !ofInner;
        pending.put(log.log().id(), new LogState(insertsOnly, catalog.isExclusive(log)));
      }
    }
    return pending;
  }

  /** All statements, also those that are for values that are not exact. */
  List<String> texts() {
    List<String> all = new ArrayList<>();
    for (RefreshTexts part : parts) {
      part.statements().forEach(statement -> all.add(statement.sql()));
      part.otherwise().ifPresent(other -> other.statements().forEach(text -> all.add(text.sql())));
    }
    return all;
  }

  /** How SQLite carries out a statement, a step a line. */
  List<String> steps(String sql) throws SQLException {
    Stages stages = new Stages(database);
    for (RefreshTexts part : parts) {
      make(part, stages);
    }
    return session.rows("EXPLAIN QUERY PLAN " + sql);
  }

  private static void make(RefreshTexts texts, Stages stages) throws SQLException {
    for (var stage : texts.stages()) {
      stages.make(stage);
    }
    if (texts.otherwise().isPresent()) {
      make(texts.otherwise().get(), stages);
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
