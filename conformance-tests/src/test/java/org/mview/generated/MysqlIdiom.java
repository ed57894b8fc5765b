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
   * @param uniqueNeedsKey whether only tables with a key have other unique columns
   * @param uncounted statements that tell another number of rows where a table has triggers
   */
  private record Server(
      MysqlDatabase database,
      int patience,
      String isolation,
      int two,
      boolean uniqueNeedsKey,
      Predicate<Step> uncounted,
      Phrases phrases,
      Writings writings,
      Set<Enum<?>> lacks) {
    private String waiting() {
      return "innodb_lock_wait_timeout=%d,lock_wait_timeout=1".formatted(patience);
    }

    private Setup setup(Chance chance) {
      boolean big = chance.percent(20);
      String variables =
          "sessionVariables=" + waiting() + (chance.percent(50) ? "," + isolation : "");
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
          100, // no foreign keys: what they change is refused, or they are read over
          MysqlIdiom::generated);
    }

    private Idiom idiom() {
      return new Idiom(
          database.name(),
          8_000,
          100,
          1,
          new DatabasePlace(database, "sessionVariables", waiting()),
          new Names('`'),
          this::setup,
          MysqlDomains.DOMAINS,
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
          new Excuses(MysqlIdiom::isBusy, e -> e.getErrorCode() == OVERFLOW, uncounted),
          "SHOW MASTER STATUS", // the end of the binary log
          8,
          """
          SELECT table_name FROM information_schema.tables \
          WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'""",
          lacks);
    }
  }

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

  private static Set<Enum<?>> also(Enum<?>... more) {
    Set<Enum<?>> all = new HashSet<>(NOWHERE);
    all.addAll(List.of(more));
    return all;
  }

  private static String generated(
      Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers) {
    String computed =
        numbers.isEmpty()
            ? "CASE WHEN %s IS NULL THEN 0 ELSE 1 END".formatted(columns.get(0).name())
            : "CASE WHEN %s > 2 THEN 1 ELSE 0 END".formatted(numbers.get(0).name());
    return "%s INT GENERATED ALWAYS AS (%s) %s"
        .formatted(name, computed, chance.one("STORED", "VIRTUAL"));
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

  /** It has waited long enough, or two wait for each other. */
  private static boolean isBusy(SQLException e) {
    return List.of(1205, 1213).contains(e.getErrorCode());
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
              MysqlPhrases.phrases(List.of(JoinClause::lateral)),
              MysqlWritings.MYSQL,
              also(Feature.INTERSECT, Feature.EXCEPT, StatementClass.RETURNING))
          .idiom();

  private MysqlIdiom() {}
}
