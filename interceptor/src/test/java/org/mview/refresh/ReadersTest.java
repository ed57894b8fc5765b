package org.mview.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.session.TestSession;

/** Several views read one log, each as far as its last refresh; what all have seen is purged. */
class ReadersTest {
  private static final String TWO_VIEWS =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, amount INTEGER);
      CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, amount FROM orders;
      CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT SUM(amount) AS total FROM orders;
      """;

  private static final String POSITIONS =
      "SELECT group_concat(position, ',') FROM (SELECT position FROM \"mview$reader\" ORDER BY view_id)";
  private static final String LOGGED = "SELECT COUNT(*) FROM MLOG$_orders";

  private TestSession session;

  @BeforeEach
  void openTwoViews() throws SQLException {
    session = TestSession.open();
    session.run(TWO_VIEWS);
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @Test
  void whatOneHasSeenIsKeptForTheOther() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10), (2, 20)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    assertThat(session.rows(POSITIONS)).containsExactly("2,0");
    assertThat(session.rows(LOGGED)).containsExactly("2");
    assertThat(session.rows("SELECT total FROM w")).containsExactly("null");
  }

  @Test
  void whatBothHaveSeenIsPurgedAndTheNumbersBeginAgain() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10), (2, 20)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    session.run("CALL DBMS_MVIEW.REFRESH('w')");
    assertThat(session.rows(POSITIONS)).containsExactly("0,0");
    assertThat(session.rows(LOGGED)).containsExactly("0");
    assertThat(session.rows("SELECT total FROM w")).containsExactly("30");
  }

  @Test
  void whatOneHasSeenAndTheOtherNotIsPurgedAsFarAsBothHave() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10), (2, 20)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    session.run("INSERT INTO orders VALUES (3, 30)");
    session.run("CALL DBMS_MVIEW.REFRESH('w')");
    session.run("INSERT INTO orders VALUES (4, 40)");
    assertThat(session.rows(POSITIONS)).containsExactly("2,3");
    assertThat(session.rows(LOGGED)).containsExactly("2");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    assertThat(session.rows("SELECT COUNT(*) FROM v")).containsExactly("4");
  }

  @Test
  void afterARefreshOfBothAtOnceEachSeesWhatComesNext() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    session.run("INSERT INTO orders VALUES (2, 20)");
    session.run("CALL DBMS_MVIEW.REFRESH('v,w')");
    assertThat(session.rows(POSITIONS)).containsExactly("0,0");
    session.run("INSERT INTO orders VALUES (3, 30)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    session.run("CALL DBMS_MVIEW.REFRESH('w')");
    assertThat(session.rows("SELECT COUNT(*) FROM v")).containsExactly("3");
    assertThat(session.rows("SELECT total FROM w")).containsExactly("60");
  }

  @Test
  void whoeverIsLeftAloneHasSeenNothingOfWhatIsLeft() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10)");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    session.run("INSERT INTO orders VALUES (2, 20)");
    session.run("DROP MATERIALIZED VIEW w");
    assertThat(session.rows(POSITIONS)).containsExactly("0");
    assertThat(session.rows(LOGGED)).containsExactly("1");
    session.run("CALL DBMS_MVIEW.REFRESH('v')");
    assertThat(session.rows("SELECT COUNT(*) FROM v")).containsExactly("2");
  }

  @Test
  void aNewReaderBeginsAtTheEnd() throws SQLException {
    session.run("INSERT INTO orders VALUES (1, 10)");
    session.run("CREATE MATERIALIZED VIEW x REFRESH FAST AS SELECT id FROM orders;");
    assertThat(session.rows(POSITIONS)).containsExactly("0,0,1");
    session.run("INSERT INTO orders VALUES (2, 20)");
    session.run("CALL DBMS_MVIEW.REFRESH('x')");
    assertThat(session.rows("SELECT id FROM x ORDER BY 1")).containsExactly("1", "2");
  }
}
