package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mview.command.Options.ByTriggers;
import org.mview.command.Options.Compatibility;
import org.mview.command.Options.FloatSums;
import org.mview.session.TestSession;

/** DBMS_ADVISOR, what goes out of its calls. */
class TuneCallsTest {
  private static final Options WITHOUT_LOGS =
      new Options(Compatibility.EXTENDED, false, FloatSums.RECOMPUTE, ByTriggers.AUTO, false);

  private static final String TABLE = "CREATE TABLE t (id INTEGER PRIMARY KEY, k INTEGER)";

  private static final String VIEW = "CREATE MATERIALIZED VIEW v AS SELECT k, id FROM t";

  @Test
  void theNameOfATaskGoesOut() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(TABLE);
      Outcome outcome = session.run("CALL DBMS_ADVISOR.TUNE_MVIEW(?, '%s')".formatted(VIEW));
      assertThat(session.rows("SELECT DISTINCT task_name FROM user_tune_mview"))
          .containsExactly(String.valueOf(outcome.outs().get(1)));
    }
  }

  @Test
  void theScriptsOfATask() throws SQLException {
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", WITHOUT_LOGS)) {
      session.run(TABLE);
      Object task =
          session.run("CALL DBMS_ADVISOR.TUNE_MVIEW(?, '%s')".formatted(VIEW)).outs().get(1);
      String script = script(session, "'%s'".formatted(task));
      assertThat(script)
          .isEqualTo(
              """
              CREATE MATERIALIZED VIEW LOG ON "main"."t" WITH ROWID, SEQUENCE ("id", "k") INCLUDING NEW VALUES;
              CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT k, id FROM t;
              """);
      session.run(script + "INSERT INTO t VALUES (1, 1);\nCALL DBMS_MVIEW.REFRESH('v', 'F')");
      assertThat(session.rows("SELECT * FROM v")).containsExactly("1|1");
      session.run(script(session, "'%s', 'undo'".formatted(task)));
      assertThat(session.rows("SELECT COUNT(*) FROM user_mviews")).containsExactly("0");
      assertThat(session.rows("SELECT COUNT(*) FROM user_mview_logs")).containsExactly("0");
    }
  }

  private static String script(TestSession session, String arguments) throws SQLException {
    return String.valueOf(
        session
            .run("{? = call DBMS_ADVISOR.GET_TASK_SCRIPT(%s)}".formatted(arguments))
            .outs()
            .get(1));
  }
}
