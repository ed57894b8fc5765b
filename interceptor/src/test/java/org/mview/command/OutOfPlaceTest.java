package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** OUT_OF_PLACE on files of SQLite: where readers wait, it is refused. */
class OutOfPlaceTest {
  private static final String VIEW =
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY);
      CREATE MATERIALIZED VIEW v AS SELECT id FROM t;
      INSERT INTO t VALUES (1);
      """;

  private static final String REFRESH =
      "CALL DBMS_MVIEW.REFRESH('v', 'C', atomic_refresh => FALSE, out_of_place => TRUE)";

  @Test
  void itWantsAWriteAheadLog(@TempDir Path directory) throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("shop.db");
    try (TestSession session = TestSession.open(url, Options.DEFAULT)) {
      session.run(VIEW);
      MViewException failure = session.failure(REFRESH);
      assertThat(failure.error()).isEqualTo(NOT_SUPPORTED);
      assertThat(failure).hasMessageContaining("PRAGMA journal_mode = WAL");
      assertThat(session.rows("SELECT * FROM v")).isEmpty();
      session.run("PRAGMA journal_mode = WAL;\n" + REFRESH);
      assertThat(session.rows("SELECT * FROM v")).containsExactly("1");
    }
  }

  @Test
  void nobodyElseReadsADatabaseInMemory() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + REFRESH);
      assertThat(session.rows("SELECT * FROM v")).containsExactly("1");
    }
  }
}
