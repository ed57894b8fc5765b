package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.Mark;
import org.mview.dialect.OwnObject;
import org.mview.dialect.TableInfo;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.sql.QualifiedName;

/** A database as it is looked at: what the registry says, and what is there. */
public final class Sight {
  private final Database database;
  private final Catalog catalog;
  private final Registry registry;
  private final Views compiler;
  private final List<OwnObject> objects;

  private Sight(
      Database database,
      Catalog catalog,
      Registry registry,
      Views compiler,
      List<OwnObject> objects) {
    this.database = database;
    this.catalog = catalog;
    this.registry = registry;
    this.compiler = compiler;
    this.objects = List.copyOf(objects);
  }

  /** Looks at a database that has a registry. */
  public static Sight of(Database database, Catalog catalog, Registry registry, Views views)
      throws SQLException {
    List<OwnObject> objects =
        database.dialect().tables().own(database.connection(), database.home());
    return new Sight(database, catalog, registry, views, objects);
  }

  /** What is to be known of views beyond their entries. */
  public interface Views {
    /** A view with its query, as a refresh would find it. */
    CompiledView compile(View view) throws SQLException;

    /** Whether a view would learn of each change of what it reads. */
    boolean hears(CompiledView view) throws SQLException;
  }

  Database database() {
    return database;
  }

  Catalog catalog() {
    return catalog;
  }

  Registry registry() {
    return registry;
  }

  List<OwnObject> objects(OwnObject.Kind kind) {
    return objects.stream().filter(object -> object.kind() == kind).toList();
  }

  /** Names of the tables of ours that are there, in lower case. */
  Set<String> tables() {
    return objects(OwnObject.Kind.TABLE).stream()
        .map(table -> lower(table.name()))
        .collect(Collectors.toSet());
  }

  /** Names of the plain views that are there, in lower case. */
  Set<String> views() {
    return objects(OwnObject.Kind.VIEW).stream()
        .map(view -> lower(view.name()))
        .collect(Collectors.toSet());
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A table or a view; a view of which nothing is left to be read is none. */
  Optional<TableInfo> table(QualifiedName name) throws SQLException {
    try {
      return database.undisturbed(() -> database.table(name));
    } catch (SQLException e) {
      if (views().contains(lower(name.name().text()))) {
        return Optional.empty();
      }
      throw e; // what could not be asked is not gone
    }
  }

  /** A view, if its query still fits it. */
  Optional<CompiledView> compiled(View view) {
    try {
      return Optional.of(database.undisturbed(() -> compiler.compile(view)));
    } catch (SQLException | MViewException e) {
      return Optional.empty(); // ChangedMaster says why
    }
  }

  boolean hears(CompiledView view) throws SQLException {
    return compiler.hears(view);
  }

  /** Whether the database still takes the query of a view, with as many columns. */
  boolean takesQueryOf(View view) {
    try {
      return database.columns(view.query()).size() == view.container().visible();
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * What the triggers of a log are to do; empty when that cannot be known, as its master is gone or
   * a view that they keep does not compile.
   */
  Optional<Map<String, String>> texts(LogEntry entry) throws SQLException {
    Optional<TableInfo> master = table(entry.log().master());
    if (master.isEmpty() || !hasColumns(master.get(), entry)) {
      return Optional.empty();
    }
    Optional<CaptureTriggers.DirectViews> direct = Optional.empty();
    if (entry.merging()) {
      Optional<List<CompiledView>> merged = readers(entry);
      if (merged.isEmpty()) {
        return Optional.empty();
      }
      direct = Optional.of(DirectMerges.of(entry, merged.get(), catalog, database));
    }
    CaptureTriggers.Log log =
        new CaptureTriggers.Log(
            master.get(),
            entry.log().table(),
            entry.log().columns(),
            direct,
            catalog.isReliedOn(entry) ? Optional.of(new Mark(entry.log().id())) : Optional.empty());
    return Optional.of(spelt(database.dialect().triggers().texts(log)));
  }

  private static boolean hasColumns(TableInfo master, LogEntry entry) {
    return entry.log().columns().stream()
        .allMatch(c -> master.table().columns().stream().anyMatch(t -> t.name().equals(c)));
  }

  /** The views that read a log, in the order in which its triggers keep them. */
  private Optional<List<CompiledView>> readers(LogEntry entry) throws SQLException {
    List<CompiledView> all = new ArrayList<>();
    for (Long id : catalog.readers().getOrDefault(entry.log().id(), Set.of())) {
      Optional<View> view = view(id);
      Optional<CompiledView> compiled = view.isEmpty() ? Optional.empty() : compiled(view.get());
      if (compiled
          .filter(c -> DirectMerges.against(entry.log().master(), c, database.dialect()).isEmpty())
          .isEmpty()) {
        return Optional.empty();
      }
      all.add(compiled.get());
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  Optional<View> view(long id) {
    return catalog.views().values().stream().filter(view -> view.id() == id).findFirst();
  }

  /** What the triggers are to do that note changes of a table. */
  Map<String, String> touchTexts(QualifiedName master) throws SQLException {
    return spelt(database.dialect().triggers().touchTexts(master, registry.notes().table()));
  }

  private Map<String, String> spelt(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, text -> database.dialect().spelt(text.getValue())));
  }

  /** What triggers of ours do, by their names. */
  Map<String, String> triggers() {
    return objects(OwnObject.Kind.TRIGGER).stream()
        .collect(Collectors.toMap(OwnObject::name, OwnObject::text));
  }

  /** The ids of the views for which changes of tables are noted. */
  List<Long> watching() throws SQLException {
    return database.read("SELECT DISTINCT view_id FROM \"mview$touch\"", row -> row.getLong(1));
  }

  /** The tables that views watch without a log. */
  Set<QualifiedName> watched() throws SQLException {
    Set<QualifiedName> masters = new HashSet<>();
    for (String master :
        database.read(
            "SELECT DISTINCT master FROM \"mview$touch\" WHERE view_id <> 0",
            row -> row.getString(1))) {
      masters.add(database.home(master));
    }
    return masters;
  }
}
