package org.mview.generated;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.conformance.HsqldbDatabase;

/**
 * What scripts for HSQLDB are made of. They have one session: nobody there waits for a while only,
 * and all sessions of a script are one thread's.
 */
final class HsqldbIdiom {
  private static Setup setup(Chance chance) {
    boolean big = chance.percent(20);
    return new Setup(false, 1, List.of("user=SA"), big);
  }

  private static boolean isBusy(SQLException e) {
    return List.of("40001").contains(String.valueOf(e.getSQLState()))
        && !(e instanceof java.sql.SQLTransactionRollbackException && e.getErrorCode() == 12008);
  }

  /** It has no room for a number, or does not double a quote in a name that it writes itself. */
  private static boolean isItsOwn(SQLException e) {
    return List.of("22003", "3417").contains(String.valueOf(e.getSQLState()))
        || String.valueOf(e.getMessage()).contains("object not found: q in");
  }

  static final Idiom IDIOM =
      new Idiom(
          "hsqldb",
          8_000,
          100,
          1,
          new DatabasePlace(HsqldbDatabase.IN_MEMORY, "user", "SA"),
          Names.STANDARD,
          HsqldbIdiom::setup,
          HsqldbDomains.DOMAINS,
          StandardIdiom.TABLE_PARTS,
          HsqldbPhrases.PHRASES,
          HsqldbWritings.WRITINGS,
          new Transactions(
              List.of(), // what BEGIN has begun looks to JDBC like setAutoCommit(false)
              0, List.of(), List.of(), true, ""),
          new StandardIdiom.Defining(),
          StandardIdiom::bind,
          new Excuses(HsqldbIdiom::isBusy, HsqldbIdiom::isItsOwn),
          "SELECT RAND() FROM (VALUES (0))", // it is always another one
          1,
          """
          SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES \
          WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_TYPE = 'BASE TABLE'""",
          Set.of(
              StatementClass.INSERT_OR_REPLACE,
              StatementClass.INSERT_OR_IGNORE,
              StatementClass.INSERT_OR_ABORT,
              StatementClass.INSERT_OR_ROLLBACK,
              StatementClass.UPDATE_OR_REPLACE,
              StatementClass.UPDATE_OR_IGNORE,
              StatementClass.UPDATE_FROM,
              StatementClass.DELETE_USING,
              StatementClass.TRUNCATE, // commits without us, and is a DELETE with us
              StatementClass.WITH_DML,
              StatementClass.TRIGGER,
              StatementClass.TEXT_TRANSACTION,
              StatementClass.TEXT_SAVEPOINT,
              StatementClass.RETURNING,
              Feature.WINDOW,
              Feature.WINDOW_WITHOUT_PARTITION,
              Feature.RUNNING_WINDOW,
              Feature.WINDOW_OVER_GROUPS,
              Feature.TOP_PER_GROUP,
              Feature.FULL_JOIN,
              Feature.LATERAL_JOIN,
              Feature.GROUPING_SETS));

  private HsqldbIdiom() {}
}
