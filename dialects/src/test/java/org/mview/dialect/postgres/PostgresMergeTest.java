package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL shows to the statement triggers of a partitioned table. Once this fails, {@link
 * PostgresTriggers} may use them.
 */
class PostgresMergeTest {
  @Test
  void aMergeShowsTheWrongRows() throws SQLException {
    try (Session session = Session.fresh()) {
      session.run(
          "CREATE TABLE t (id int, a int) PARTITION BY RANGE (id)",
          "CREATE TABLE low PARTITION OF t FOR VALUES FROM (0) TO (10)",
          "CREATE TABLE high PARTITION OF t FOR VALUES FROM (10) TO (20)",
          "CREATE TABLE log (event text, id int)",
          "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
              + " INSERT INTO log SELECT TG_OP, id FROM new_rows; RETURN NULL; END$$",
          "CREATE TRIGGER i AFTER INSERT ON t REFERENCING NEW TABLE AS new_rows"
              + " FOR EACH STATEMENT EXECUTE FUNCTION f()",
          "CREATE TRIGGER u AFTER UPDATE ON t REFERENCING NEW TABLE AS new_rows"
              + " FOR EACH STATEMENT EXECUTE FUNCTION f()",
          "INSERT INTO t VALUES (1)",
          "DELETE FROM log",
          "MERGE INTO t USING (VALUES (1)) AS v (id) ON t.id = v.id"
              + " WHEN MATCHED THEN UPDATE SET id = 11"
              + " WHEN NOT MATCHED THEN INSERT (id) VALUES (5)");
      assertThat(session.rows("SELECT * FROM log"))
          .as("it should be UPDATE|11")
          .containsExactly("INSERT|11");
    }
  }
}
