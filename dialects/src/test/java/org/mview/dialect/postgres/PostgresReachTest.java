package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through which tables a table t may change. */
class PostgresReachTest {
  private static Session session;

  @BeforeAll
  static void connect() throws SQLException {
    session = Session.fresh();
  }

  @BeforeEach
  void empty() throws SQLException {
    session.run(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE p (a int PRIMARY KEY, b int UNIQUE)",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a int REFERENCES p ON DELETE CASCADE)",
        "CREATE TABLE t (a int REFERENCES p ON DELETE SET NULL)",
        "CREATE TABLE t (a int REFERENCES p ON UPDATE SET DEFAULT)",
        "CREATE TABLE q (a int PRIMARY KEY REFERENCES p ON UPDATE CASCADE);"
            + "CREATE TABLE t (a int REFERENCES q ON UPDATE CASCADE)",
        "CREATE TABLE t (a int);"
            + "CREATE TRIGGER x AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE TABLE t (a int); CREATE RULE r AS ON INSERT TO p DO ALSO DELETE FROM t",
        "DROP TABLE p; CREATE TABLE t (a int); CREATE VIEW \"P\" AS SELECT a FROM t",
        "DROP TABLE p; CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;"
            + "CREATE VIEW p AS SELECT a FROM v",
        "DROP TABLE p; CREATE TABLE t (a int) PARTITION BY LIST (a);"
            + "CREATE TABLE p PARTITION OF t DEFAULT",
        "DROP TABLE p; CREATE TABLE p (a int) PARTITION BY LIST (a);"
            + "CREATE TABLE t PARTITION OF p DEFAULT",
      })
  void whoChangesPMayChangeT(String tables) throws SQLException {
    session.run(tables);
    assertThat(reaching("T")).contains("p", "t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a int REFERENCES p)",
        "CREATE TABLE t (a int REFERENCES p ON DELETE RESTRICT ON UPDATE NO ACTION)",
        "CREATE TABLE t (a int PRIMARY KEY); ALTER TABLE p ADD FOREIGN KEY (a) REFERENCES t"
            + " ON DELETE CASCADE",
        "CREATE TABLE t (a int);"
            + "CREATE TRIGGER mview$x AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM p",
      })
  void whoChangesPDoesNotChangeT(String tables) throws SQLException {
    session.run(tables);
    assertThat(reaching("t")).containsExactly("t");
  }

  @Test
  void theCatalogHasRulesThatChangeNoTable() throws SQLException {
    assertThat(reaching()).isEmpty();
  }

  private static Set<String> reaching(String... tables) throws SQLException {
    return new PostgresTables().reaching(session.connection(), Set.of(tables));
  }
}
