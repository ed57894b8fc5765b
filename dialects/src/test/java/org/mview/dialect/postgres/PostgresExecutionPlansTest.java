package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mview.dialect.ExecutionPlans.Step;

/** Plans as the steps they are made of. */
class PostgresExecutionPlansTest {
  private static Session session;

  @BeforeAll
  static void makeTables() throws SQLException {
    session = Session.fresh();
    session.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int)",
        "CREATE TABLE \"My \"\"Table\" (id int, b text)",
        "SET enable_hashjoin = off",
        "SET enable_mergejoin = off",
        "SET enable_bitmapscan = off",
        "SET enable_material = off",
        "SET enable_memoize = off");
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  @Test
  void aStepIsAsDeepAsItIsPartOfOthers() throws SQLException {
    assertThat(
            tree(
                "SELECT a, COUNT(*) FROM \"My \"\"Table\" m JOIN t USING (id) WHERE b > '' GROUP BY a"))
        .isEqualTo(
            """
            HashAggregate
              Group Key: t.a
              Nested Loop
                Seq Scan on "My ""Table" m [m]
                  Filter: (b > ''::text)
                Index Scan using t_pkey on t
                  Index Cond: (id = m.id)""");
  }

  @Test
  void aTableThatIsReadWholeIsKnownByItsAlias() throws SQLException {
    assertThat(scanned("SELECT 1 FROM t")).containsExactly("t");
    assertThat(scanned("SELECT 1 FROM t AS \"a b\"")).containsExactly("a b");
    assertThat(scanned("SELECT 1 FROM \"My \"\"Table\"")).containsExactly("My \"Table");
    assertThat(scanned("SELECT 1 FROM t WHERE id = 1")).isEmpty();
  }

  @Test
  void anIndexThatIsReadWholeIsNoLookUp() throws SQLException {
    session.run("SET enable_seqscan = off");
    assertThat(scanned("SELECT id FROM t ORDER BY id")).containsExactly("t");
    assertThat(scanned("SELECT id FROM t AS x WHERE a = 1 ORDER BY id DESC")).containsExactly("x");
    assertThat(scanned("SELECT id FROM t WHERE id > 1 ORDER BY id")).isEmpty();
    session.run("RESET enable_seqscan");
  }

  @Test
  void nothingIsRun() throws SQLException {
    session.run("INSERT INTO t VALUES (1, 1)");
    assertThat(scanned("DELETE FROM t AS x")).containsExactly("x");
    assertThat(session.rows("SELECT a FROM t")).containsExactly("1");
  }

  private static List<String> scanned(String sql) throws SQLException {
    return steps(sql).stream().flatMap(step -> step.scanned().stream()).toList();
  }

  private static String tree(String sql) throws SQLException {
    return steps(sql).stream()
        .map(
            step ->
                "  ".repeat(step.depth())
                    + step.text()
                    + step.scanned().map(alias -> " [" + alias + "]").orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static List<Step> steps(String sql) throws SQLException {
    return new PostgresExecutionPlans().of(session.connection(), sql);
  }
}
