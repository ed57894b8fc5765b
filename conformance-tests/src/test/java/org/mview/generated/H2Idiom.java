package org.mview.generated;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.conformance.H2Database;

/**
 * What scripts for H2 are made of. They have one session: when a statement of a transaction has
 * failed, or was undone to a savepoint, others who want its rows wait until it ends, whatever their
 * time-out is (2.5.252), and all sessions of a script are one thread's.
 */
final class H2Idiom {
  private static Setup setup(Chance chance) {
    boolean big = chance.percent(20);
    return new Setup(false, 1, List.of("LOCK_TIMEOUT=40"), big);
  }

  private static boolean isBusy(SQLException e) {
    return List.of("HYT00", "40001", "90131").contains(String.valueOf(e.getSQLState()))
        && !(e instanceof java.sql.SQLTransactionRollbackException && e.getErrorCode() == 12008);
  }

  /** It has no room for a number, or CAST of what is grouped by is none of that (2.5.252). */
  private static boolean isItsOwn(SQLException e) {
    return List.of("22003", "90016").contains(String.valueOf(e.getSQLState()));
  }

  static final Idiom IDIOM =
      new Idiom(
          "h2",
          8_000,
          100,
          1,
          new DatabasePlace(H2Database.IN_MEMORY, "LOCK_TIMEOUT", "100"),
          Names.STANDARD,
          H2Idiom::setup,
          H2Domains.DOMAINS,
          StandardIdiom.TABLE_PARTS,
          H2Phrases.PHRASES,
          H2Writings.WRITINGS,
          new Transactions(
              List.of(), // what BEGIN has begun looks to JDBC like setAutoCommit(false)
              0,
              List.of(),
              List.of(),
              true,
              """
              SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS AS s \
              WHERE s.SESSION_ID <> SESSION_ID() AND s.CONTAINS_UNCOMMITTED"""),
          new StandardIdiom.Defining(),
          StandardIdiom::bind,
          new Excuses(H2Idiom::isBusy, H2Idiom::isItsOwn),
          "SELECT RAND()", // it is always another one
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
              Feature.FULL_JOIN,
              Feature.NATURAL_JOIN,
              Feature.LATERAL_JOIN,
              Feature.GROUPING_SETS));

  private H2Idiom() {}
}
