package org.mview.command;

import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.BuildMode;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;

/**
 * Whether columns still have the types that they had when a view and its logs were made. Where a
 * column takes values of one type alone, the log or the view would round, cut off or refuse others.
 */
final class TypeCheck {
  private static final String WAY_OUT = "drop the view and create it anew";

  private final Database database;

  TypeCheck(Database database) {
    this.database = database;
  }

  private boolean isTyped() {
    return database.dialect().can(Capability.TYPED_EXPRESSIONS);
  }

  /** A logged column whose type is not that of the log any more. */
  Optional<Identifier> changed(LogEntry entry) throws SQLException {
    if (!isTyped()) {
      return Optional.empty();
    }
    Optional<TableInfo> master = database.table(entry.log().master());
    Optional<TableInfo> log = database.table(entry.log().table());
    if (master.isEmpty() || log.isEmpty()) {
      return Optional.empty();
    }
    return entry.log().columns().stream()
        .filter(column -> !sameType(column, master.get(), log.get()))
        .findFirst();
  }

  private static boolean sameType(Identifier column, TableInfo master, TableInfo log) {
    Optional<String> inMaster = type(column, master);
    return inMaster.isEmpty() || inMaster.equals(type(column, log));
  }

  private static Optional<String> type(Identifier column, TableInfo table) {
    return table.table().columns().stream()
        .filter(known -> known.name().equals(column))
        .map(TableColumn::type)
        .map(type -> type.declaration())
        .findFirst();
  }

  /** What a view is kept as. */
  @FunctionalInterface
  interface Parts {
    /** Its inner views and the view, as its query divides them now. */
    List<CompiledView> compiled() throws SQLException;
  }

  /**
   * Refuses a view whose logs or whose table have other types than its masters and its query. What
   * is computed for it may be described in another way than its query, as a subquery that is joined
   * is on MySQL: then each part is to hold what is computed for that.
   *
   * @throws org.mview.error.MViewException VIEW_NOT_COMPILABLE
   */
  void check(View view, Catalog catalog, Parts parts) throws SQLException {
    if (!isTyped()) {
      return;
    }
    for (LogEntry entry : catalog.logsOf(view)) {
      Optional<Identifier> column = changed(entry);
      if (column.isPresent()) {
        throw VIEW_NOT_COMPILABLE.of(
            view.name(),
            "column %s of %s has another type than its log: %s"
                .formatted(column.get(), entry.log().master(), WAY_OUT));
      }
    }
    if (isOfLess(view)) {
      return;
    }
    if (!held(view).equals(types(view)) && !holdWhatIsComputed(parts.compiled())) {
      throw VIEW_NOT_COMPILABLE.of(view.name(), "its query has columns of other types: " + WAY_OUT);
    }
  }

  /** A prebuilt table of other types than the query's was adopted as such. */
  private static boolean isOfLess(View view) {
    return view.properties().build() == BuildMode.PREBUILT
        && !view.properties().unstable().isEmpty();
  }

  private boolean holdWhatIsComputed(List<CompiledView> parts) throws SQLException {
    for (CompiledView part : parts) {
      List<Identifier> columns = part.view().container().columns();
      if (!held(part.view(), columns).equals(types(database.text(part.content()), columns))) {
        return false;
      }
    }
    return true;
  }

  /** The types of the columns that hold the view. */
  List<String> held(View view) throws SQLException {
    return held(view, view.container().visibleColumns());
  }

  private List<String> held(View view, List<Identifier> columns) throws SQLException {
    String list =
        columns.stream()
            .map(column -> database.dialect().quoted(column.text()))
            .collect(Collectors.joining(", "));
    return database.types(
        "SELECT %s FROM %s".formatted(list, database.name(view.container().table())));
  }

  /** Of columns that hold what the query gives, where the query itself is described otherwise. */
  List<String> types(View view) throws SQLException {
    return types(view.query(), view.container().visibleColumns());
  }

  private List<String> types(String query, List<Identifier> columns) throws SQLException {
    Optional<String> dropStage = database.dialect().clauses().dropStage();
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL) || dropStage.isEmpty()) {
      return database.types(query);
    }
    QualifiedName stage = database.stage("mview$types");
    String drop = "%s %s".formatted(dropStage.get(), database.name(stage));
    int number = database.columns(query).size();
    if (number != columns.size()) {
      return List.of();
    }
    database.define(drop);
    database.define(new Definition.CreateStage(stage, columns, new Query.Verbatim(query)));
    List<String> types = database.types("SELECT * FROM " + database.name(stage));
    database.define(drop);
    return types;
  }
}
