package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstKeywordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT 1                              | READS
          select 1                              | READS
          VALUES (1)                            | READS
          PRAGMA user_version                   | READS
          EXPLAIN DELETE FROM t                 | EXPLAINS
          ((SELECT 1))                          | READS
          ;; SELECT 1                           | READS
          /* UPDATE */ SELECT 1                 | READS
          /**/SELECT 1                          | READS
          INSERT INTO t VALUES (1)              | CHANGES
          UpDaTe t SET a = 1                    | CHANGES
          DELETE FROM t                         | CHANGES
          REPLACE INTO t VALUES (1)             | CHANGES
          INSERT/**/INTO t VALUES (1)           | CHANGES
          BEGIN                                 | TRANSACTION
          begin;                                | TRANSACTION
          START TRANSACTION                     | TRANSACTION
          COMMIT                                | TRANSACTION
          END                                   | TRANSACTION
          ABORT                                 | TRANSACTION
          ROLLBACK TO x                         | TRANSACTION
          ABORT                                 | TRANSACTION
          SAVEPOINT x                           | TRANSACTION
          RELEASE x                             | TRANSACTION
          WITH x AS (SELECT 1) SELECT 1         | MIXES
          MERGE INTO t USING s ON TRUE          | MIXES
          SHOW TABLES                           | MIXES
          SET autocommit = 0                    | SETS
          CALL p()                              | OTHER
          LOCK TABLES t READ                    | OTHER
          CREATE TABLE t (a)                    | DEFINES
          drop table t                          | DEFINES
          ALTER TABLE t ADD COLUMN b            | DEFINES
          ATTACH 'x' AS y                       | DEFINES
          DETACH y                              | DEFINES
          VACUUM                                | TIDIES
          REINDEX TABLE CONCURRENTLY t          | TIDIES
          ANALYZE                               | OTHER
          SELECTION                             | OTHER
          SELECT_1                              | OTHER
          BEGINS                                | OTHER
          'SELECT'                              | OTHER
          "SELECT"                              | OTHER
          -- SELECT 1                           | OTHER
          /* SELECT 1                           | OTHER
          /*                                    | OTHER
          -                                     | OTHER
          ``                                    | OTHER
          """)
  void theFirstWordTellsTheKind(String sql, FirstKeyword keyword) {
    assertThat(FirstKeyword.of(sql)).isEqualTo(keyword);
  }

  @Test
  void aCommentEndsWithItsLine() {
    assertThat(FirstKeyword.of("-- SELECT 1\n  DELETE FROM t")).isEqualTo(FirstKeyword.CHANGES);
    assertThat(FirstKeyword.of("-- SELECT 1\r\n/* a\nb */\tCOMMIT"))
        .isEqualTo(FirstKeyword.TRANSACTION);
  }
}
