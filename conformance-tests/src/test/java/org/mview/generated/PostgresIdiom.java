package org.mview.generated;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.conformance.PostgresDatabase;

/** What scripts for PostgreSQL are made of. */
final class PostgresIdiom {
  private static final TableParts TABLE_PARTS =
      new TableParts(
          List.of(
              TableParts.Key.NONE,
              TableParts.Key.SINGLE,
              TableParts.Key.SINGLE,
              TableParts.Key.COMPOSITE),
          "",
          false,
          false,
          Optional.empty(),
          chance -> "",
          (chance, key) -> "",
          ForeignKeys.standard(80),
          domain -> false,
          PostgresIdiom::generated);

  private static String generated(
      Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers) {
    String computed =
        numbers.isEmpty()
            ? "CASE WHEN %s IS NULL THEN 0 ELSE 1 END".formatted(columns.get(0).name())
            : "CASE WHEN %s > 2 THEN 1 ELSE 0 END".formatted(numbers.get(0).name());
    return "%s int GENERATED ALWAYS AS (%s) %s"
        .formatted(name, computed, chance.one("STORED", "STORED", "VIRTUAL"));
  }

  private static final class Defining implements Definitions {
    @Override
    public List<String> trigger(Chance chance, int number, TableModel table, TableModel other) {
      ColumnModel changed = chance.one(other.writable());
      String function =
          """
          CREATE FUNCTION user_%d() RETURNS trigger LANGUAGE plpgsql AS \
          'BEGIN UPDATE %s SET %s = %s WHERE %s IS NULL; RETURN NULL; END'"""
              .formatted(
                  number,
                  other.name().replace("'", "''"),
                  changed.name().replace("'", "''"),
                  changed.domain().literal(chance).replace("'", "''"),
                  changed.name().replace("'", "''"));
      return List.of(
          function,
          "CREATE TRIGGER user_%1$d AFTER %2$s ON %3$s FOR EACH %4$s EXECUTE FUNCTION user_%1$d()"
              .formatted(
                  number,
                  chance.one("INSERT", "UPDATE", "DELETE"),
                  table.name(),
                  chance.one("ROW", "STATEMENT")));
    }

    @Override
    public String wholeType() {
      return "int";
    }
  }

  private static void bind(PreparedStatement statement, int place, String literal)
      throws SQLException {
    if (literal.equals("NULL")) {
      statement.setNull(place, Types.NULL);
    } else if (literal.startsWith("'")) {
      String text = literal.substring(1, literal.length() - 1).replace("''", "'");
      statement.setObject(place, text, Types.OTHER); // of the type that the statement wants
    } else {
      statement.setObject(place, literal.replaceFirst("::.*", ""), Types.OTHER);
    }
  }

  private static Setup setup(Chance chance) {
    boolean big = chance.percent(20);
    List<String> settings = new ArrayList<>();
    settings.add("options=-c lock_timeout=40");
    if (chance.percent(20)) {
      settings.add("prepareThreshold=1");
    }
    return new Setup(false, chance.percent(60) ? 1 : 2, settings, big);
  }

  private static boolean isBusy(SQLException e) {
    return List.of("55P03", "40001", "40P01").contains(String.valueOf(e.getSQLState()))
        && !(e instanceof java.sql.SQLTransactionRollbackException);
  }

  /** What we ourselves do not support has a number of Oracle's, and is no excuse. */
  private static boolean isOverflow(SQLException e) {
    return "22003".equals(e.getSQLState())
        || ("0A000".equals(e.getSQLState()) && e.getErrorCode() == 0);
  }

  static final Place PLACE =
      new DatabasePlace(PostgresDatabase.EMBEDDED, "options", "-c lock_timeout=1000");

  static final Idiom IDIOM =
      new Idiom(
          "postgresql",
          8_000,
          100,
          1,
          PLACE,
          Names.STANDARD,
          PostgresIdiom::setup,
          PostgresDomains.DOMAINS,
          TABLE_PARTS,
          PostgresPhrases.PHRASES,
          PostgresWritings.WRITINGS,
          new Transactions(
              List.of(
                  "BEGIN",
                  "START TRANSACTION",
                  "BEGIN ISOLATION LEVEL REPEATABLE READ",
                  "BEGIN ISOLATION LEVEL READ COMMITTED",
                  "BEGIN ISOLATION LEVEL SERIALIZABLE"),
              0,
              List.of("COMMIT", "COMMIT", "END", "ROLLBACK", "ABORT"),
              List.of("ROLLBACK TO ", "ROLLBACK TO SAVEPOINT ", "RELEASE "),
              true,
              """
              SELECT 1 FROM pg_stat_activity WHERE datname = current_database() \
              AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'"""),
          new Defining(),
          PostgresIdiom::bind,
          new Excuses(PostgresIdiom::isBusy, PostgresIdiom::isOverflow),
          "SELECT CAST(pg_current_snapshot() AS text)",
          1,
          """
          SELECT relname FROM pg_class WHERE relkind = 'r' \
          AND relnamespace = to_regnamespace('public')""",
          Set.of(
              StatementClass.INSERT_OR_REPLACE,
              StatementClass.INSERT_OR_ABORT,
              StatementClass.INSERT_OR_ROLLBACK,
              StatementClass.UPDATE_OR_REPLACE,
              StatementClass.UPDATE_OR_IGNORE));

  private PostgresIdiom() {}
}
