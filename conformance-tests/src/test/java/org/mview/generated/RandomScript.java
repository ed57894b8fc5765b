package org.mview.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes up a script: tables, rows, views, and what applications do with them. */
final class RandomScript {
  private static final int GREATEST_VIEWS = 7;

  private final Chance chance;
  private final Idiom idiom;
  private final long seed;
  private final Setup setup;
  private final List<Step> steps = new ArrayList<>();
  private final List<TableModel> tables;
  private final Map<String, ViewModel> views = new LinkedHashMap<>();
  private final List<InnerQuery> plainViews = new ArrayList<>();
  private final List<SessionModel> sessions = new ArrayList<>();
  private final RandomViews randomViews;
  private int viewNumber;
  private int objectNumber;
  private String lastIndexed = "nothing";

  private RandomScript(Idiom idiom, long seed) {
    this.idiom = idiom;
    this.seed = seed;
    this.chance = new Chance(seed);
    this.setup = idiom.setup().apply(chance);
    this.tables = new ArrayList<>(new RandomTables(chance, idiom, setup.big()).some());
    this.randomViews = new RandomViews(chance, idiom, setup.big());
    for (int i = 0; i < setup.sessions(); i++) {
      sessions.add(new SessionModel(i, chance, idiom.transactions()));
    }
  }

  /** The script of this seed, in which rows are changed so often. */
  static Script of(Idiom idiom, long seed, int changes) {
    return new RandomScript(idiom, seed).script(changes);
  }

  private Script script(int changes) {
    tables.forEach(t -> add(StatementClass.CREATE_TABLE, t.create()));
    RandomDml dml = new RandomDml(chance, idiom, tables, setup.sessions());
    for (TableModel table : tables) {
      int rows = chance.between(0, 12);
      for (int i = 0; i < rows; i++) {
        steps.add(dml.insert(0, table));
      }
    }
    if (chance.percent(35)) {
      createPlainView();
    }
    int count = chance.between(1, 4);
    for (int i = 0; i < count; i++) {
      createView(0);
    }
    int session = 0;
    for (int i = 0; i < changes; i++) {
      if (chance.percent(10)) {
        session = chance.between(0, setup.sessions() - 1);
      }
      steps.addAll(sessions.get(session).with(dml.step(session)));
      others(session);
    }
    sessions.forEach(s -> steps.addAll(s.end()));
    refreshAll();
    return new Script(idiom, seed, setup, steps);
  }

  private void add(StatementClass kind, String text) {
    steps.add(new Step.Plain(0, kind, text));
  }

  private void others(int session) {
    if (chance.percent(30)) {
      steps.addAll(sessions.get(session).next());
    }
    if (chance.percent(8)) {
      refresh(session);
    }
    if (chance.percent(2) && views.size() < GREATEST_VIEWS) {
      createView(session);
    }
    if (chance.percent(1)) {
      dropView(session);
    }
    if (chance.percent(2)) {
      alterView(session);
    }
    if (chance.percent(2)) {
      steps.addAll(sessions.get(session).end());
      define(session);
      steps.addAll(sessions.get(session).end());
    }
  }

  private void createPlainView() {
    InnerQuery view = new RandomSources(chance, idiom, tables).query("plain");
    plainViews.add(view);
    add(StatementClass.CREATE_PLAIN_VIEW, view.create());
  }

  private void createView(int session) {
    List<Source> sources = new ArrayList<>(tables);
    sources.addAll(plainViews);
    if (chance.percent(35)) {
      sources.addAll(views.values());
    }
    ViewModel view = randomViews.view(++viewNumber, sources);
    views.put(view.name(), view);
    steps.add(new Step.CreateView(session, view));
  }

  private void dropView(int session) {
    if (!views.isEmpty()) {
      String name = chance.one(List.copyOf(views.keySet()));
      if (isRead(name)) {
        return; // commits would fail from then on
      }
      views.remove(name);
      String text = "DROP MATERIALIZED VIEW " + name;
      steps.add(new Step.ChangeView(session, StatementClass.DROP_VIEW, name, text));
    }
  }

  private void alterView(int session) {
    if (!views.isEmpty()) {
      String name = chance.one(List.copyOf(views.keySet()));
      String change =
          chance.one(
              "REFRESH FORCE ON DEMAND",
              "REFRESH ON COMMIT",
              "REFRESH COMPLETE",
              "COMPILE",
              "REFRESH FORCE");
      String text = "ALTER MATERIALIZED VIEW %s %s".formatted(name, change);
      steps.add(new Step.ChangeView(session, StatementClass.ALTER_VIEW, name, text));
    }
  }

  private void refresh(int session) {
    if (views.isEmpty()) {
      return;
    }
    ViewModel view = chance.one(List.copyOf(views.values()));
    Set<String> one = Set.of(view.name());
    String listed = view.listed();
    Step.Refresh refresh =
        switch (chance.between(0, 6)) {
          case 0 -> of(session, "EXEC DBMS_MVIEW.REFRESH(%s)".formatted(listed), one, true);
          case 1 -> of(session, "CALL DBMS_MVIEW.REFRESH(%s, 'C')".formatted(listed), one, false);
          case 2 ->
              of(
                  session,
                  "BEGIN DBMS_MVIEW.REFRESH(list => %s, method => '?'); END;".formatted(listed),
                  one,
                  true);
          case 3 -> of(session, "{call DBMS_MVIEW.REFRESH(%s, 'F')}".formatted(listed), one, true);
          case 4 -> of(session, "REFRESH MATERIALIZED VIEW " + view.name(), one, true);
          case 5 -> {
            ViewModel other = chance.one(List.copyOf(views.values()));
            String both = "'" + (view.name() + "," + other.name()).replace("'", "''") + "'";
            yield of(
                session,
                "EXEC DBMS_MVIEW.REFRESH(%s, atomic_refresh => %s)"
                    .formatted(both, chance.one("TRUE", "FALSE")),
                Set.of(view.name(), other.name().equals(view.name()) ? "" : other.name()),
                true);
          }
          default ->
              of(
                  session,
                  "EXEC DBMS_MVIEW.REFRESH(%s, nested => TRUE)".formatted(listed),
                  one,
                  true);
        };
    steps.add(refresh);
  }

  private static Step.Refresh of(int session, String text, Set<String> views, boolean fast) {
    boolean chooses = text.contains("'?'"); // FORCE takes the cheaper way
    return new Step.Refresh(session, text, views, fast && !chooses);
  }

  private void refreshAll() {
    for (ViewModel view : views.values()) {
      String text = "EXEC DBMS_MVIEW.REFRESH(%s, nested => TRUE)".formatted(view.listed());
      steps.add(of(0, text, Set.of(view.name()), true));
    }
  }

  private void define(int session) {
    int place = chance.between(0, tables.size() - 1);
    TableModel table = tables.get(place);
    ColumnModel column = chance.one(table.columns());
    objectNumber++;
    switch (chance.between(0, 5)) {
      case 0, 1 -> index(session, place, column);
      case 2 -> dropIndex(session);
      case 3 -> {
        if (isRead("NATURAL")) {
          return; // by one more column it may be another join
        }
        ColumnModel added = ColumnModel.exact("added" + objectNumber, idiom.domains().whole());
        List<ColumnModel> columns = new ArrayList<>(table.columns());
        columns.add(added);
        tables.set(place, table.withColumns(columns));
        plain(
            session,
            StatementClass.ADD_COLUMN,
            "ALTER TABLE %s ADD COLUMN %s %s%s"
                .formatted(
                    table.name(),
                    added.name(),
                    idiom.definitions().wholeType(),
                    chance.one("", " DEFAULT 1")));
      }
      case 4 -> trigger(session, table);
      default -> rename(session, place, column);
    }
  }

  /** The one before: if that is an index at all. */
  private void dropIndex(int session) {
    String index = "i%d".formatted(objectNumber - 1);
    plain(session, StatementClass.DROP_INDEX, idiom.definitions().dropIndex(index, lastIndexed));
  }

  private void index(int session, int place, ColumnModel column) {
    TableModel table = tables.get(place);
    String unique = chance.one("", "", mayBeUnique(table) ? "UNIQUE " : "");
    lastIndexed = table.name();
    if (!unique.isEmpty()) {
      tables.set(place, table.withUnique(List.of(column))); // if its rows allow it
    }
    plain(
        session,
        StatementClass.CREATE_INDEX,
        "CREATE %sINDEX i%d ON %s (%s)"
            .formatted(unique, objectNumber, table.name(), column.name()));
  }

  private boolean mayBeUnique(TableModel table) {
    return !table.key().isEmpty() || !idiom.tableParts().uniqueNeedsKey();
  }

  private void trigger(int session, TableModel table) {
    TableModel other = chance.one(tables);
    idiom
        .definitions()
        .trigger(chance, objectNumber, table, other)
        .forEach(text -> plain(session, StatementClass.TRIGGER, text));
  }

  /** Few of them: all views that read the column are lost for the rest of the script. */
  private void rename(int session, int place, ColumnModel wanted) {
    TableModel table = tables.get(place);
    if (chance.percent(50)) {
      return;
    }
    Stream.concat(Stream.of(wanted), table.columns().stream())
        .filter(column -> !table.key().contains(column) && !isRead(column.name()))
        .findFirst()
        .ifPresent(column -> rename(session, place, table, column));
  }

  private void rename(int session, int place, TableModel table, ColumnModel column) {
    String name = "renamed" + objectNumber;
    List<ColumnModel> columns = renamed(table.columns(), column, name);
    List<List<ColumnModel>> unique =
        table.unique().stream().map(u -> renamed(u, column, name)).toList();
    tables.set(place, new TableModel(table.name(), columns, table.key(), unique, table.create()));
    plain(
        session,
        StatementClass.RENAME_COLUMN,
        "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(table.name(), column.name(), name));
  }

  private static List<ColumnModel> renamed(
      List<ColumnModel> columns, ColumnModel column, String name) {
    return columns.stream().map(c -> c.equals(column) ? c.named(name) : c).toList();
  }

  /** Whether the text of a view mentions a name. */
  private boolean isRead(String name) {
    return views.values().stream().anyMatch(view -> view.query().contains(name))
        || plainViews.stream().anyMatch(view -> view.text().contains(name));
  }

  private void plain(int session, StatementClass kind, String text) {
    steps.add(new Step.Plain(session, kind, text));
  }
}
