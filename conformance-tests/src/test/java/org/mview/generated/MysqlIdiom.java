package org.mview.generated;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mview.conformance.MysqlDatabase;

/** What scripts for MySQL and MariaDB are made of. */
final class MysqlIdiom {
  /**
   * What the two have not in common.
   *
   * @param patience how many seconds a statement waits for another session
   * @param isolation the variable that says how sessions are isolated
   * @param two in how many of a hundred scripts there are two sessions: those wait for each other
   * @param uniqueNeedsKey whether only tables with a key have other unique columns, or foreign keys
   * @param uncounted statements that tell another number of rows where a table has triggers
   */
  private record Server(
      MysqlDatabase database,
      int patience,
      String isolation,
      int two,
      boolean uniqueNeedsKey,
      Predicate<Step> uncounted,
      Domains domains,
      Phrases phrases,
      Writings writings,
      Set<Enum<?>> lacks) {
    private String waiting() {
      return "innodb_lock_wait_timeout=%d,lock_wait_timeout=1".formatted(patience);
    }

    private Setup setup(Chance chance) {
      boolean big = chance.percent(20);
      String variables =
          "sessionVariables="
              + waiting()
              + (chance.percent(50) ? "," + isolation : "")
              + (chance.percent(25) ? ",time_zone='+05:30'" : "");
      return new Setup(false, chance.percent(two) ? 2 : 1, List.of(variables), big);
    }

    private TableParts tableParts() {
      return new TableParts(
          List.of(
              TableParts.Key.NONE,
              TableParts.Key.NUMBERED,
              TableParts.Key.SINGLE,
              TableParts.Key.COMPOSITE),
          "INT PRIMARY KEY AUTO_INCREMENT",
          true,
          uniqueNeedsKey,
          Optional.empty(),
          chance -> "",
          (chance, key) -> "",
          FOREIGN_KEYS,
          MysqlDomains::isLarge,
          MysqlIdiom::generated);
    }

    private Idiom idiom() {
      return new Idiom(
          database.name(),
          8_000,
          100,
          1,
          new DatabasePlace(database, "sessionVariables", waiting() + ",time_zone='+00:00'"),
          new Names('`'),
          this::setup,
          domains,
          tableParts(),
          phrases,
          writings,
          new Transactions(
              List.of("BEGIN", "BEGIN WORK", "START TRANSACTION", "START TRANSACTION READ WRITE"),
              0,
              List.of("COMMIT", "COMMIT", "COMMIT WORK", "ROLLBACK"),
              List.of("ROLLBACK TO ", "ROLLBACK TO SAVEPOINT ", "RELEASE SAVEPOINT "),
              true,
              """
              SELECT 1 FROM information_schema.innodb_trx AS t \
              JOIN information_schema.processlist AS p ON p.id = t.trx_mysql_thread_id \
              WHERE p.id <> CONNECTION_ID() AND p.db = DATABASE()"""),
          new Defining(),
          MysqlIdiom::bind,
          new Excuses(MysqlIdiom::isBusy, MysqlIdiom::isOverflow, uncounted, OF_VALUES),
          "SHOW MASTER STATUS", // the end of the binary log
          20,
          """
          SELECT table_name FROM information_schema.tables \
          WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'""",
          lacks);
    }
  }

  /**
   * Between columns of the same type. Of what changes rows by them nobody hears: views of such
   * tables are refreshed completely.
   */
  private static final ForeignKeys FOREIGN_KEYS =
      new ForeignKeys(
          50,
          List.of("NO ACTION", "NO ACTION", "RESTRICT", "RESTRICT", "CASCADE", "SET NULL"),
          (column, type) ->
              type.startsWith("INT") && !type.endsWith("UNSIGNED") && !column.required(),
          true,
          false);

  /** What neither has. */
  private static final Set<Enum<?>> NOWHERE =
      Set.of(
          StatementClass.INSERT_OR_ABORT,
          StatementClass.INSERT_OR_ROLLBACK,
          StatementClass.UPDATE_OR_REPLACE,
          StatementClass.MERGE,
          StatementClass.WITH_DML,
          Feature.FULL_JOIN,
          Feature.AGGREGATE_FILTER,
          Feature.NULLS_LAST);

  /** BIGINT value is out of range. */
  private static final int OVERFLOW = 1690;

  /**
   * NULL, too long, out of range, incorrect, truncated: where a table has triggers, NULL is refused
   * after all the others, as a trigger before could have put something in its place.
   */
  private static final Set<Integer> OF_VALUES = Set.of(1048, 1406, 1264, 1366, 1292, 1265);

  private static Set<Enum<?>> also(Enum<?>... more) {
    Set<Enum<?>> all = new HashSet<>(NOWHERE);
    all.addAll(List.of(more));
    return all;
  }

  private static String generated(
      Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers) {
    return numbers.isEmpty()
        ? "%s INT GENERATED ALWAYS AS (CASE WHEN %s IS NULL THEN 0 ELSE 1 END) VIRTUAL"
            .formatted(name, columns.get(0).name()) // nothing is stored that is made of a CHAR
        : "%s INT GENERATED ALWAYS AS (CASE WHEN %s > 2 THEN 1 ELSE 0 END) %s"
            .formatted(name, numbers.get(0).name(), chance.one("STORED", "VIRTUAL"));
  }

  private static final class Defining implements Definitions {
    @Override
    public List<String> trigger(Chance chance, int number, TableModel table, TableModel other) {
      ColumnModel mine = chance.one(table.writable());
      ColumnModel its = chance.one(other.writable());
      String before =
          "CREATE TRIGGER user_%d BEFORE %s ON %s FOR EACH ROW SET NEW.%s = COALESCE(NEW.%s, %s)"
              .formatted(
                  number,
                  chance.one("INSERT", "UPDATE"),
                  table.name(),
                  mine.name(),
                  mine.name(),
                  mine.domain().literal(chance));
      String after =
          "CREATE TRIGGER user_%d AFTER %s ON %s FOR EACH ROW UPDATE %s SET %s = %s WHERE %s IS NULL"
              .formatted(
                  number,
                  chance.one("INSERT", "UPDATE", "DELETE"),
                  table.name(),
                  other.name(),
                  its.name(),
                  its.domain().literal(chance),
                  its.name());
      return List.of(chance.one(before, after));
    }

    @Override
    public String dropIndex(String index, String table) {
      return "DROP INDEX %s ON %s".formatted(index, table);
    }

    @Override
    public String wholeType() {
      return "INT";
    }
  }

  private static void bind(PreparedStatement statement, int place, String literal)
      throws SQLException {
    if (literal.startsWith("x'")) {
      statement.setBytes(
          place, HexFormat.of().parseHex(literal.substring(2, literal.length() - 1)));
    } else if (literal.startsWith("TIME '")) {
      statement.setTime(place, Time.valueOf(literal.substring(6, 14)));
    } else {
      StandardIdiom.bind(statement, place, literal);
    }
  }

  /**
   * It has waited long enough, or two wait for each other. In the middle of a sort that has another
   * number; and where nobody waits at all, MariaDB's DELETE that reads by SKIP LOCKED fails at its
   * end, by 1180, when it has passed over a row.
   */
  private static boolean isBusy(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return List.of(1205, 1213).contains(e.getErrorCode())
        || (e.getErrorCode() == 1028 && message.contains("Lock wait timeout"))
        || (e.getErrorCode() == 1180 && message.contains("Got error 1 "));
  }

  /** Or it is not known by which collation the least of some texts is compared with others. */
  private static boolean isOverflow(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return e.getErrorCode() == OVERFLOW
        || message.contains("are compared, which have other collations");
  }

  /** Of a row by an equal one: without a trigger nothing is deleted. */
  private static boolean isReplace(Step step) {
    return step.text().startsWith("REPLACE") && !step.text().contains(" RETURNING ");
  }

  static final Idiom MARIADB =
      new Server(
              MysqlDatabase.MARIADB,
              0,
              "tx_isolation='READ-COMMITTED'",
              40,
              true,
              step -> isReplace(step) || step.kind() == StatementClass.BATCH, // sent in one packet
              MysqlDomains.MARIADB,
              MysqlPhrases.phrases(List.of()),
              MysqlWritings.MARIADB,
              also(Feature.LATERAL_JOIN))
          .idiom();

  /** That of the tests: 8.0.15. */
  static final Idiom MYSQL =
      new Server(
              MysqlDatabase.MYSQL,
              1,
              "transaction_isolation='READ-COMMITTED'",
              20,
              false,
              MysqlIdiom::isReplace,
              MysqlDomains.MYSQL,
              MysqlPhrases.phrases(List.of(JoinClause::lateral)),
              MysqlWritings.MYSQL,
              also(Feature.INTERSECT, Feature.EXCEPT, StatementClass.RETURNING))
          .idiom();

  private MysqlIdiom() {}
}
