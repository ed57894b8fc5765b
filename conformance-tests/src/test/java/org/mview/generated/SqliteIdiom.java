package org.mview.generated;

import static org.mview.generated.Phrases.item;
import static org.mview.generated.StatementClass.DELETE;
import static org.mview.generated.StatementClass.DELETE_ALL;
import static org.mview.generated.StatementClass.INSERT;
import static org.mview.generated.StatementClass.INSERT_MANY;
import static org.mview.generated.StatementClass.INSERT_OR_ABORT;
import static org.mview.generated.StatementClass.INSERT_OR_IGNORE;
import static org.mview.generated.StatementClass.INSERT_OR_REPLACE;
import static org.mview.generated.StatementClass.INSERT_OR_ROLLBACK;
import static org.mview.generated.StatementClass.INSERT_SELECT;
import static org.mview.generated.StatementClass.RETURNING;
import static org.mview.generated.StatementClass.UPDATE;
import static org.mview.generated.StatementClass.UPDATE_FROM;
import static org.mview.generated.StatementClass.UPDATE_KEY;
import static org.mview.generated.StatementClass.UPDATE_OR_IGNORE;
import static org.mview.generated.StatementClass.UPDATE_OR_REPLACE;
import static org.mview.generated.StatementClass.UPSERT;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What scripts for SQLite are made of: columns without types, and values of any type in all. */
final class SqliteIdiom {
  private static final List<String> WHOLES = List.of("-1", "0", "1", "2", "3", "4", "100");
  private static final List<String> REALS =
      List.of("0.1", "0.2", "0.3", "1.5", "-2.25", "0.001", "100.0", "3");
  private static final List<String> TEXTS =
      List.of("'a'", "'A'", "'b'", "''", "'x y'", "'it''s'", "'1'", "'1.5'", "'ä'", "'Ä'");

  private static final Domain KEY =
      domain(
          "KEY",
          Family.NUMBER,
          List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
          "INTEGER",
          "INT");
  private static final Domain WHOLE =
      domain("WHOLE", Family.NUMBER, WHOLES, "INTEGER", "INT", "BIGINT", "NUMERIC", "");

  /** Not the greatest of all: behind a row of that number SQLite chooses the next one at random. */
  private static final Domain BIG =
      domain(
          "BIG",
          Family.NUMBER,
          List.of(
              "9007199254740993",
              "-9007199254740993",
              "4611686018427387904",
              "9223372036854775000",
              "-9223372036854775808",
              "1",
              "2"),
          "INTEGER",
          "BIGINT",
          "");

  private static final Domain REAL =
      domain("REAL", Family.NUMBER, REALS, "REAL", "DOUBLE", "NUMERIC", "DECIMAL(10,2)", "");
  private static final Domain TEXT = domain("TEXT", Family.TEXT, TEXTS, "TEXT", "VARCHAR(10)", "");
  private static final Domain BLOB =
      domain("BLOB", Family.BYTES, List.of("x''", "x'00'", "x'6162'", "'ab'"), "BLOB", "");
  private static final Domain ANY =
      domain(
          "ANY",
          Family.ANY,
          List.of("1", "1.0", "'1'", "0.1", "'a'", "x'61'", "2", "-0.0"),
          "",
          "BLOB",
          "NUMERIC");

  private static Domain domain(String name, Family family, List<String> literals, String... types) {
    boolean oneForm = List.of("KEY", "WHOLE", "BIG", "TEXT").contains(name);
    return new Domain(
        name, family, literals, List.of(types), oneForm, false, List.of(TEXTS, REALS, WHOLES));
  }

  private static final Domains DOMAINS =
      new Domains(
          KEY,
          WHOLE,
          REAL,
          TEXT,
          WHOLE,
          ANY,
          (chance, big) -> List.of(WHOLE, WHOLE, big ? BIG : REAL, TEXT, ANY, BLOB),
          false,
          true,
          "",
          false,
          Domains::small);

  private static final List<Phrases.Value> VALUES =
      List.of(
          (row, a, n) -> ColumnModel.of(n.name() + " + 1", WHOLE),
          (row, a, n) -> ColumnModel.of(n.name() + " * " + row.number().name(), WHOLE),
          (row, a, n) -> ColumnModel.of(n.name() + " - " + row.number().name(), WHOLE),
          (row, a, n) ->
              ColumnModel.of("COALESCE(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
          (row, a, n) ->
              ColumnModel.of(
                  "CASE WHEN %s THEN %s ELSE %s END"
                      .formatted(row.condition(), a.name(), row.literal(a)),
                  a.domain()),
          (row, a, n) -> ColumnModel.of(a.name() + " || '-'", TEXT),
          (row, a, n) -> ColumnModel.of("upper(%s)".formatted(a.name()), TEXT),
          (row, a, n) -> ColumnModel.of("length(%s)".formatted(a.name()), WHOLE),
          (row, a, n) -> ColumnModel.of("typeof(%s)".formatted(a.name()), TEXT),
          (row, a, n) -> // CAST keeps the collation
          new ColumnModel(
                  "CAST(%s AS TEXT)".formatted(a.name()),
                  TEXT,
                  false,
                  false,
                  a.ignoresCase(),
                  false),
          (row, a, n) -> ColumnModel.of("(%s)".formatted(row.condition()), WHOLE),
          (row, a, n) ->
              ColumnModel.of(
                  "CASE %s WHEN %s THEN 'one' WHEN %s THEN 'two' END"
                      .formatted(a.name(), row.literal(a), row.literal(a)),
                  TEXT));

  private static final List<Phrases.Condition> CONDITIONS =
      List.of(
          (row, a, literal) -> a.name() + " IS NULL",
          (row, a, literal) -> a.name() + " IS NOT NULL",
          (row, a, literal) -> "%s > %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s <= %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s <> %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s IN (%s, %s)".formatted(a.name(), literal, row.literal(a)),
          (row, a, literal) -> "%s BETWEEN %s AND %s".formatted(a.name(), literal, row.literal(a)),
          (row, a, literal) -> "%s LIKE 'a%%'".formatted(a.name()),
          (row, a, literal) -> "(%1$s = %2$s OR %1$s IS NULL)".formatted(a.name(), literal),
          (row, a, literal) -> "%s = %s".formatted(a.name(), literal));

  private static final List<Phrases.Aggregate> TAME =
      List.of(
          (row, n, alias) -> item("COUNT(*)", WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) -> item("COUNT(*)", WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) ->
              item("COUNT(%s)".formatted(n.name()), WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) -> item("SUM(%s)".formatted(n.name()), WHOLE, Sameness.SUM, alias),
          (row, n, alias) -> item("AVG(%s)".formatted(n.name()), REAL, Sameness.SUM, alias),
          (row, n, alias) -> item("MIN(%s)".formatted(n.name()), n.domain(), n.ofGroup(), alias),
          (row, n, alias) -> item("MAX(%s)".formatted(n.name()), n.domain(), n.ofGroup(), alias),
          (row, n, alias) ->
              item("COUNT(DISTINCT %s)".formatted(n.name()), WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) ->
              item(
                  "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(row.condition()),
                  WHOLE,
                  Sameness.SUM,
                  alias),
          (row, n, alias) ->
              item("COALESCE(SUM(%s), 0) + 1".formatted(n.name()), WHOLE, Sameness.SUM, alias));

  private static final List<Phrases.Aggregate> AGGREGATES = aggregates();

  private static List<Phrases.Aggregate> aggregates() {
    List<Phrases.Aggregate> all = new ArrayList<>(TAME);
    for (String call : List.of("VARIANCE(%s)", "STDEV(%s)", "TOTAL(%s)")) {
      all.add((row, n, alias) -> item(call.formatted(n.name()), REAL, Sameness.SUM, alias));
    }
    return List.copyOf(all);
  }

  private static final Phrases PHRASES =
      new Phrases(
          VALUES,
          CONDITIONS,
          AGGREGATES,
          TAME,
          List.of("SUM", "AVG", "COUNT", "MIN", "TOTAL"),
          "GROUP_CONCAT(%1$s, ',' ORDER BY %1$s)",
          JoinClause.EVERYWHERE,
          List.of("%s"),
          "IS");

  private static final Writings.Writing ONE =
      Writings.of(INSERT, (dml, table) -> dml.insert("INSERT", table, 1));

  private static final Writings.Writing ANY_UPSERT =
      Writings.of(UPSERT, (dml, table) -> upsert(dml, table));

  /** SQLite counts the rows of a table otherwise where a trigger is and rows are replaced. */
  private static String upsert(RandomDml dml, TableModel table) {
    return table.unique().isEmpty()
        ? dml.insert("INSERT", table, 2)
        : dml.upsert(table, table.create().contains("ON CONFLICT REPLACE"));
  }

  private static final Writings.Writing REPLACE =
      Writings.of(
          UPDATE_OR_REPLACE,
          (dml, table) ->
              "UPDATE OR REPLACE %s SET %s WHERE %s"
                  .formatted(table.name(), dml.anyAssignments(table), dml.condition(table)));

  private static final Writings.Writing PLAIN_UPDATE =
      Writings.of(UPDATE, (dml, table) -> dml.updateInAnyOrder(table, ""));

  private static final Writings.Writing PLAIN_DELETE =
      Writings.of(
          DELETE,
          (dml, table) ->
              "DELETE FROM %s WHERE %s AND %s"
                  .formatted(table.name(), dml.condition(table), dml.condition(table)));

  private static final Writings WRITINGS =
      new Writings(
          List.of(
              ONE,
              ONE,
              ONE,
              Writings.of(
                  INSERT_MANY, (dml, table) -> dml.insert("INSERT", table, dml.between(2, 8))),
              Writings.of(
                  INSERT_SELECT,
                  (dml, table) ->
                      dml.insertSelect(
                          table, List.of("INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE"), "")),
              Writings.of(
                  INSERT_OR_REPLACE,
                  (dml, table) ->
                      dml.insert(
                          dml.one("INSERT OR REPLACE", "REPLACE"), table, dml.between(1, 3))),
              Writings.of(
                  INSERT_OR_IGNORE, (dml, table) -> dml.insert("INSERT OR IGNORE", table, 3)),
              // Not OR FAIL: it keeps a row whose own trigger failed, behind which none of ours
              // runs.
              Writings.of(INSERT_OR_ABORT, (dml, table) -> dml.insert("INSERT OR ABORT", table, 4)),
              (dml, session, table) ->
                  dml.percent(30)
                      ? new Step.Plain(
                          session, INSERT_OR_ROLLBACK, dml.insert("INSERT OR ROLLBACK", table, 2))
                      : dml.insert(session, table),
              ANY_UPSERT,
              ANY_UPSERT,
              Writings.of(
                  RETURNING, (dml, table) -> dml.insert("INSERT", table, 2) + " RETURNING *")),
          List.of(
              REPLACE,
              REPLACE,
              Writings.of(
                  UPDATE_OR_IGNORE,
                  (dml, table) ->
                      "UPDATE OR %s %s SET %s WHERE %s"
                          .formatted(
                              dml.one("IGNORE", "IGNORE", "ABORT"),
                              table.name(),
                              dml.anyAssignments(table),
                              dml.oneRow(table))),
              Writings.of(UPDATE_FROM, RandomDml::updateFrom),
              Writings.of(UPDATE_KEY, RandomDml::updateKey),
              Writings.of(RETURNING, (dml, table) -> dml.updateInAnyOrder(table, " RETURNING 1")),
              PLAIN_UPDATE,
              PLAIN_UPDATE,
              PLAIN_UPDATE,
              PLAIN_UPDATE),
          deleting(),
          List.of(
              "INSERT INTO %s (%s) VALUES (%s)",
              "INSERT OR REPLACE INTO %s (%s) VALUES (%s)",
              "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"),
          "UPDATE %s SET %s = ? WHERE %s IS ?",
          true);

  private static List<Writings.Writing> deleting() {
    Writings.Writing all = Writings.of(DELETE_ALL, (dml, table) -> "DELETE FROM " + table.name());
    List<Writings.Writing> deleting = new ArrayList<>(List.of(all, all));
    deleting.add(
        Writings.of(
            RETURNING,
            (dml, table) ->
                "DELETE FROM %s WHERE %s RETURNING *"
                    .formatted(table.name(), dml.condition(table))));
    while (deleting.size() < 20) {
      deleting.add(PLAIN_DELETE);
    }
    return deleting;
  }

  private static final TableParts TABLE_PARTS =
      new TableParts(
          List.of(
              TableParts.Key.NONE,
              TableParts.Key.NUMBERED,
              TableParts.Key.NUMBERED,
              TableParts.Key.SINGLE,
              TableParts.Key.COMPOSITE),
          "INTEGER PRIMARY KEY",
          false,
          false,
          Optional.of("NOCASE"),
          chance -> chance.percent(12) ? " ON CONFLICT " + chance.one("REPLACE", "ABORT") : "",
          (chance, key) ->
              key != TableParts.Key.NONE && key != TableParts.Key.NUMBERED && chance.percent(40)
                  ? " WITHOUT ROWID"
                  : "",
          ForeignKeys.standard(40),
          domain -> false,
          SqliteIdiom::generated);

  private static String generated(
      Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers) {
    String computed =
        numbers.isEmpty()
            ? "length(%s)".formatted(columns.get(0).name())
            : "%s %% 3".formatted(numbers.get(0).name());
    return "%s INT AS (%s) %s".formatted(name, computed, chance.one("STORED", "VIRTUAL"));
  }

  private static final class Defining implements Definitions {
    /**
     * None that changes a key when rows are deleted: beside one, INSERT OR REPLACE does not look at
     * foreign keys (3.50), where a trigger of ours, which any statement may fire, makes it look.
     */
    @Override
    public List<String> trigger(Chance chance, int number, TableModel table, TableModel other) {
      ColumnModel changed = chance.one(other.writable());
      String event = chance.one("INSERT", "UPDATE", "DELETE");
      return List.of(
          "CREATE TRIGGER user_%d AFTER %s ON %s BEGIN UPDATE %s SET %s = %s WHERE %s IS NULL; END"
              .formatted(
                  number,
                  event.equals("DELETE") && other.isUnique(changed) ? "INSERT" : event,
                  table.name(),
                  other.name(),
                  changed.name(),
                  changed.domain().literal(chance),
                  changed.name()));
    }

    @Override
    public String wholeType() {
      return "INT";
    }
  }

  private static void bind(PreparedStatement statement, int place, String literal)
      throws SQLException {
    statement.setObject(place, value(literal));
  }

  private static @Nullable Object value(String literal) {
    if (literal.equals("NULL")) {
      return null;
    } else if (literal.startsWith("'")) {
      return literal.substring(1, literal.length() - 1).replace("''", "'");
    } else if (literal.startsWith("x'")) {
      return HexFormat.of().parseHex(literal.substring(2, literal.length() - 1));
    } else if (literal.contains(".")) {
      return Double.valueOf(literal);
    }
    return Long.valueOf(literal);
  }

  private static Setup setup(Chance chance) {
    boolean inMemory = chance.percent(25);
    String journal = chance.one("WAL", "WAL", "DELETE");
    int sessions = inMemory || chance.percent(60) ? 1 : 2;
    List<String> settings = new ArrayList<>();
    settings.add("foreign_keys=" + chance.percent(60));
    settings.add("recursive_triggers=" + chance.percent(25));
    settings.add("synchronous=OFF");
    settings.add("busy_timeout=0");
    if (!inMemory) {
      settings.add("journal_mode=" + journal);
    }
    return new Setup(inMemory, sessions, settings, chance.percent(20));
  }

  private static final int BUSY = 5;
  private static final int LOCKED = 6;

  /** Or a computed column of a plain view meets a column with a collation: that is refused. */
  private static boolean isOverflow(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("integer overflow")
        || message.contains("are compared, which have other collations");
  }

  private static boolean isBusy(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return (code == BUSY || code == LOCKED) && String.valueOf(e.getMessage()).contains("SQLITE_");
  }

  static final Idiom IDIOM =
      new Idiom(
          "sqlite",
          100_000,
          200,
          20,
          new SqlitePlace(),
          Names.STANDARD,
          SqliteIdiom::setup,
          DOMAINS,
          TABLE_PARTS,
          PHRASES,
          WRITINGS,
          new Transactions(
              List.of("BEGIN", "BEGIN IMMEDIATE", "BEGIN TRANSACTION"),
              20,
              List.of("COMMIT", "COMMIT", "END", "ROLLBACK"),
              List.of("ROLLBACK TO ", "ROLLBACK TRANSACTION TO ", "RELEASE "),
              false,
              ""),
          new Defining(),
          SqliteIdiom::bind,
          new Excuses(SqliteIdiom::isBusy, SqliteIdiom::isOverflow),
          "PRAGMA data_version",
          1,
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
          Set.of(
              StatementClass.DELETE_USING,
              StatementClass.MERGE,
              StatementClass.TRUNCATE,
              StatementClass.WITH_DML,
              Feature.LATERAL_JOIN,
              Feature.GROUPING_SETS));

  private SqliteIdiom() {}
}
