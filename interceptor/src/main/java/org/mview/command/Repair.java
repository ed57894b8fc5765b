package org.mview.command;

import static org.mview.error.MViewError.NEVER_REFRESHED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.algebra.Relation;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.Container;
import org.mview.catalog.IndexEntry;
import org.mview.catalog.LogEntry;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.InnerViews;
import org.mview.delta.Kept;
import org.mview.dialect.OwnObject;
import org.mview.dialect.TableInfo;
import org.mview.doctor.Repairs;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Readers;
import org.mview.sql.Column;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.statement.query.Understanding;

/** Carries repairs out, inside one transaction. */
final class Repair implements Repairs {
  private final Work work;
  private final Database database;
  private final TriggerCapture capture;

  Repair(Work work) {
    this.work = work;
    this.database = work.database();
    this.capture = new TriggerCapture(database);
  }

  @Override
  public void remove(OwnObject object) throws SQLException {
    database.define(object.drop());
  }

  @Override
  public void forget(String table, String column, long id) throws SQLException {
    work.registry().forget(table, column, id);
  }

  @Override
  public void forgetReader(long view) throws SQLException {
    for (LogEntry log : work.catalog().logs().values()) {
      if (work.catalog().readers().getOrDefault(log.log().id(), Set.of()).contains(view)) {
        Readers.of(database).unsubscribe(view, log.log());
      }
    }
    forget("mview$reader", "view_id", view);
  }

  @Override
  public void restoreDictionary() throws SQLException {
    work.registry().restoreDictionary(there());
  }

  @Override
  public void drop(LogEntry log) throws SQLException {
    work.logs().drop(log);
  }

  @Override
  public void renew(LogEntry log) throws SQLException {
    Set<View> readers = outermost(work.catalog().readers().getOrDefault(log.log().id(), Set.of()));
    TableInfo master = database.table(log.log().master()).orElseThrow();
    if (!isWhole(log)) {
      dropTriggers(log);
      capture.drop(log.log());
      capture.create(master, log.log());
      work.registry().restoreDictionary(there());
    }
    work.readers().missed(log);
    work.triggers().resume(log);
    refill(readers);
  }

  private Set<String> there() throws SQLException {
    return own().stream()
        .map(object -> object.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private List<OwnObject> own() throws SQLException {
    return database.dialect().tables().own(database.connection(), database.home());
  }

  /** One by one: all at once would clear tables of which some are not there. */
  private void dropTriggers(LogEntry log) throws SQLException {
    String master = log.log().master().name().text();
    for (OwnObject object : own()) {
      if (object.kind() == OwnObject.Kind.TRIGGER
          && object.table().equalsIgnoreCase(master)
          && !object.name().startsWith("mview$touch$")) {
        database.define(object.drop());
      }
    }
  }

  private boolean isWhole(LogEntry log) throws SQLException {
    List<String> tables =
        database.dialect().triggers().tables(log.log().master(), log.log().table());
    for (String table : tables) {
      if (database.table(database.home(table)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void renewNotes(QualifiedName master) throws SQLException {
    List<Long> watching = work.registry().notes().watching(master);
    capture.untouch(master);
    capture.touch(master, work.registry().notes().table());
    refill(outermost(watching));
  }

  @Override
  public void unwatch(View view) throws SQLException {
    work.notes().unwatch(view);
  }

  @Override
  public void remake(View view) throws SQLException {
    View outer = work.catalog().outermost(view);
    CompiledView compiled = work.compiler().compile(view);
    Containers containers = new Containers(database);
    if (view.isBehindPlainView()) {
      database.define(Definition.Drop.of(Definition.Kind.VIEW, view.name()));
    }
    containers.create(view, types(compiled, outer), List.of(), compiled.content());
    if (compiled.kept().isPresent()) {
      containers.createIndex(view, compiled.kept().get());
    }
    Optional<LogEntry> own = work.catalog().log(view.container().table());
    if (own.isPresent()) {
      renew(own.get());
    }
    refill(outer);
  }

  /** As CREATE has made them. */
  private List<Type> types(CompiledView compiled, View outer) throws SQLException {
    View view = compiled.view();
    Optional<Kept> kept = compiled.kept();
    if (view.isInner() && kept.isPresent()) {
      int place = work.catalog().innerViews(outer).indexOf(view);
      Understanding.Clear clear =
          (Understanding.Clear) work.compiler().read(outer.query()).understanding();
      List<View> inner = work.catalog().innerViews(outer);
      Relation part =
          InnerViews.of(clear.relation(), i -> inner.get(i).container().table()).inner().get(place);
      return InnerViews.types(part, kept.get().columns());
    }
    return kept.map(k -> k.columns().stream().map(Column::type).toList())
        .orElseGet(() -> view.container().columns().stream().map(c -> Type.ANY).toList());
  }

  @Override
  public void restoreFront(View view) throws SQLException {
    new Containers(database).createPlainView(view);
  }

  @Override
  public void release(String hidden, String front) throws SQLException {
    QualifiedName table = database.home(hidden);
    List<Identifier> visible =
        database.columns("SELECT * FROM " + database.name(database.home(front))).stream()
            .map(Identifier::of)
            .toList();
    TableInfo there = database.table(table).orElseThrow();
    new Containers(database)
        .release(
            database.home(front),
            new Container(table, visible, visible.size()),
            List.of(),
            visible.stream().map(there::type).toList());
  }

  @Override
  public void compile(View view) throws SQLException {
    new CompileView(work).compiled(view);
    work.reload();
    refill(view);
  }

  @Override
  public void refill(View view) throws SQLException {
    refill(List.of(work.catalog().outermost(view)));
  }

  /** Those that are read come before those that read them. */
  private void refill(Collection<View> views) throws SQLException {
    Map<View, RefreshMethod> methods = new LinkedHashMap<>();
    List<View> current = new ArrayList<>();
    views.forEach(view -> current.add(work.catalog().view(view.id())));
    for (View view : work.catalog().inOrder(current)) {
      if (view.properties().method() == RefreshMethod.NEVER) {
        throw NEVER_REFRESHED.of(view.name());
      }
      methods.put(view, RefreshMethod.COMPLETE);
    }
    if (!methods.isEmpty()) {
      RefreshViews.refresh(work, methods);
    }
  }

  /** Of some of these nothing may be left but that they read. */
  private Set<View> outermost(Collection<Long> ids) {
    return work.catalog().views().values().stream()
        .filter(view -> ids.contains(view.id()))
        .sorted(Comparator.comparing(View::id))
        .map(work.catalog()::outermost)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public void restoreIndex(long id) throws SQLException {
    for (IndexEntry index : work.registry().indexes().all()) {
      if (index.id() == id) {
        List<Long> readers = work.registry().indexes().readers(index);
        work.registry().indexes().remove(index);
        for (Long reader : readers) {
          CompiledView view = work.compiler().compile(work.catalog().view(reader));
          new Indexes(work, true).arrange(view);
        }
      }
    }
  }

  @Override
  public void releaseIndexes() throws SQLException {
    new Indexes(work).removeUnwanted();
  }
}
