package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.catalog.Catalog;
import org.mview.catalog.Version;
import org.mview.session.TestSession;
import org.mview.statement.query.Understanding;

/**
 * A computed column is compared as a column by its user and may be compared as an expression by us:
 * where the collation is another then, or where values are converted, the query is not taken.
 */
class CollationReasonsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT id, (SELECT MAX(s) FROM t AS u WHERE u.k = t.k) = n AS e FROM t",
        "SELECT t.id FROM t JOIN (SELECT k, MAX(s) AS m FROM t GROUP BY k) AS q ON q.m = t.n",
        "SELECT t.id FROM t JOIN (SELECT k, MAX(s) AS m FROM t GROUP BY k) AS q ON q.m IS t.n",
        "SELECT t.id FROM t, (SELECT MAX(s) AS m FROM t) AS q WHERE q.m BETWEEN t.n AND 'b'",
        "SELECT CASE q.m WHEN t.n THEN 1 END FROM t, (SELECT MAX(s) AS m FROM t) AS q",
        "SELECT id FROM t WHERE (SELECT n FROM t AS u WHERE u.id = t.k) = 'a'",
        "SELECT n FROM t UNION SELECT s FROM t",
        "SELECT id, (SELECT COUNT(*) FROM t AS u WHERE u.s = t.n) AS c FROM t",
        "SELECT id, (SELECT COUNT(*) FROM t AS u WHERE u.n = t.s) AS c FROM t WHERE t.s = t.n",
        "SELECT id, (SELECT COUNT(*) FROM t AS u WHERE u.s = t.k) AS c FROM t",
        "SELECT id, (SELECT COUNT(*) FROM t AS u WHERE u.v = t.k) AS c FROM t",
        "SELECT id, (SELECT COUNT(*) FROM t AS u WHERE u.v = t.s) AS c FROM t"
      })
  void itIsNotCertainWhatIsEqual(String query) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(
          "CREATE TABLE t (id INTEGER PRIMARY KEY, k INTEGER, s TEXT, n TEXT COLLATE NOCASE, v)");
      Understanding understanding =
          new QueryReader(session.database(), Catalog.empty(new Version(0, 0)))
              .read(query)
              .understanding();
      assertThat(understanding).isInstanceOf(Understanding.Unclear.class);
      assertThat(((Understanding.Unclear) understanding).reasons().toString())
          .containsAnyOf("collation", "other types");
    }
  }
}
