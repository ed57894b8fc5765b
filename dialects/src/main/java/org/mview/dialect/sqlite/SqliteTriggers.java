package org.mview.dialect.sqlite;

import static org.mview.dialect.sqlite.SqliteTables.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.sqlite.SqliteCaptured.Image;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * Row triggers that write each image of a row to the log: −1 for the one that vanished, 1 for the
 * one that appeared.
 *
 * <p>SQLite fires no trigger for a row that a REPLACE takes away, whether it is in the statement or
 * in the table's definition, unless {@code recursive_triggers} is on. So a row that a new one may
 * replace is put aside before, and logged after, if it has indeed gone; see {@link SqliteReplaced}.
 */
final class SqliteTriggers implements CaptureTriggers {
  /** The columns of every log, before those of the master. */
  static final String HEAD =
      "\"SEQUENCE$$\" INTEGER PRIMARY KEY, \"DMLTYPE$$\" TEXT, \"OLD_NEW$$\" TEXT, \"SIGN$$\" INTEGER";

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

  private static final List<String> TOUCHES = List.of("insert", "update", "delete");

  @Override
  public List<String> createLog(Log log) {
    String columns =
        Stream.concat(Stream.of(HEAD), log.columns().stream().map(c -> declared(c, log)))
            .collect(Collectors.joining(", "));
    return List.of(
        "CREATE TABLE %s (%s)".formatted(quoted(log.table().name().text()), columns),
        "CREATE TABLE %s (%s)"
            .formatted(quoted(SqliteCaptured.table(log.master().name())), columns),
        new SqliteReplaced(log).createTable());
  }

  /** As the master declares it, so that conditions on the log hold as they do on the master. */
  static String declared(Identifier name, Log log) {
    Type type = log.type(name);
    String collation = type.collation().map(c -> " COLLATE " + quoted(c)).orElse("");
    return (quoted(name.text()) + " " + type.declaration()).strip() + collation;
  }

  @Override
  public List<String> createTriggers(Log log) {
    SqliteCaptured captured = new SqliteCaptured(log);
    List<String> triggers = new ArrayList<>();
    triggers.add(trigger(log, "insert", "AFTER INSERT", "", captured.images(Image.INSERTED)));
    triggers.add(trigger(log, "delete", "AFTER DELETE", "", captured.images(Image.DELETED)));
    List<Identifier> deciding =
        log.columns().stream().filter(captured.deciding()::contains).toList();
    List<Identifier> others =
        log.columns().stream().filter(column -> !deciding.contains(column)).toList();
    if (!deciding.isEmpty()) {
      triggers.add(
          trigger(
              log,
              "update",
              "AFTER UPDATE" + of(deciding, log),
              "WHEN " + differs(deciding, log),
              captured.images(Image.BEFORE, Image.AFTER)));
    }
    if (!others.isEmpty()) {
      String stays = deciding.isEmpty() ? "" : "NOT (%s) AND ".formatted(differs(deciding, log));
      triggers.add(
          trigger(
              log,
              "staying",
              "AFTER UPDATE" + of(others, log),
              "WHEN %s(%s)".formatted(stays, differs(others, log)),
              captured.update()));
    }
    triggers.addAll(new SqliteReplaced(log).createTriggers());
    log.mark().ifPresent(mark -> triggers.addAll(new SqliteMarking(log, mark).createTriggers()));
    return triggers;
  }

  /** An update that leaves all as it was is not worth a row, but one of letter case alone is. */
  private static String differs(List<Identifier> columns, Log log) {
    return columns.stream().map(column -> differs(column, log)).collect(Collectors.joining(" OR "));
  }

  /** 1 and 1.0 are equal, and not the same. */
  private static String differs(Identifier name, Log log) {
    String same = "OLD.%1$s COLLATE BINARY IS NOT NEW.%1$s";
    String alike = same + " OR typeof(OLD.%1$s) <> typeof(NEW.%1$s)";
    return (log.type(name).sharp() ? same : alike).formatted(quoted(name.text()));
  }

  /**
   * The columns whose update concerns us; all, where one of them is generated: SQLite looks for
   * names in SET, where that of a generated column never stands, and those of the row id may stand
   * for a key.
   */
  static String of(List<Identifier> columns, Log log) {
    boolean generated = columns.stream().anyMatch(log.master().generated()::containsKey);
    return generated ? "" : of(columns.stream().map(column -> quoted(column.text())));
  }

  static String of(Stream<String> names) {
    return " OF "
        + Stream.concat(names, SqliteTableReader.ROWID_NAMES.stream())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  /** A trigger on the master; what it does is a list of statements, each ended by a semicolon. */
  static String trigger(Log log, String purpose, String event, String when, String body) {
    return "CREATE TRIGGER %s %s ON %s %sBEGIN %s END"
        .formatted(
            quoted(name(log.master().name(), purpose)),
            event,
            quoted(log.master().name().name().text()),
            when.isEmpty() ? "" : when + " ",
            body);
  }

  private static String name(QualifiedName master, String purpose) {
    return "mview$%s$%s".formatted(purpose, master.name().text());
  }

  @Override
  public List<String> widenLog(Log log, List<Identifier> added) {
    return beside(log.master().name(), log.table())
        .flatMap(table -> added.stream().map(column -> addColumn(table, column, log)))
        .toList();
  }

  private static String addColumn(String table, Identifier column, Log log) {
    return "ALTER TABLE main.%s ADD COLUMN %s".formatted(quoted(table), declared(column, log));
  }

  @Override
  public List<String> dropTriggers(Log log) {
    Stream<String> drops =
        Stream.concat(
                Stream.of("insert", "delete", "update", "staying"),
                Stream.of(SqliteReplaced.PURPOSES, SqliteMarking.PURPOSES).flatMap(List::stream))
            .map(purpose -> drop(log.master().name(), purpose));
    String clear = "DELETE FROM main." + quoted(SqliteReplaced.table(log.master().name()));
    return Stream.concat(drops, Stream.of(clear)).toList();
  }

  private static String drop(QualifiedName master, String purpose) {
    return "DROP TRIGGER IF EXISTS main." + quoted(name(master, purpose));
  }

  @Override
  public List<String> createTouch(QualifiedName master, QualifiedName flags) {
    String of = "master = '%s' AND touched = 0".formatted(master.name().text().replace("'", "''"));
    String table = quoted(flags.name().text());
    return TOUCHES.stream()
        .map(
            event ->
                "CREATE TRIGGER IF NOT EXISTS %s AFTER %s ON %s WHEN EXISTS (SELECT 1 FROM %s WHERE %s)"
                        .formatted(
                            quoted(name(master, "touch$" + event)),
                            event,
                            quoted(master.name().text()),
                            table,
                            of)
                    + " BEGIN UPDATE %s SET touched = 1 WHERE %s; END".formatted(table, of))
        .toList();
  }

  @Override
  public List<String> dropTouch(QualifiedName master) {
    return TOUCHES.stream().map(event -> drop(master, "touch$" + event)).toList();
  }

  @Override
  public List<String> dropLog(QualifiedName master, QualifiedName log) {
    return beside(master, log).map(table -> "DROP TABLE IF EXISTS main." + quoted(table)).toList();
  }

  /** As the database keeps them. */
  @Override
  public Map<String, String> texts(Log log) {
    return byName(createTriggers(log));
  }

  @Override
  public Map<String, String> touchTexts(QualifiedName master, QualifiedName flags) {
    return byName(
        createTouch(master, flags).stream()
            .map(t -> t.replaceFirst(" IF NOT EXISTS", ""))
            .toList());
  }

  private static Map<String, String> byName(List<String> triggers) {
    return triggers.stream().collect(Collectors.toMap(SqliteTriggers::nameIn, t -> t));
  }

  /** The first name in a text. */
  private static String nameIn(String trigger) {
    Matcher name = QUOTED.matcher(trigger);
    if (!name.find()) {
      throw new IllegalArgumentException(trigger);
    }
    return name.group(1).replace("\"\"", "\"");
  }

  @Override
  public List<String> tables(QualifiedName master, QualifiedName log) {
    return beside(master, log).toList();
  }

  /** A log, and the tables beside it. */
  private static Stream<String> beside(QualifiedName master, QualifiedName log) {
    return Stream.of(log.name().text(), SqliteReplaced.table(master), SqliteCaptured.table(master));
  }
}
