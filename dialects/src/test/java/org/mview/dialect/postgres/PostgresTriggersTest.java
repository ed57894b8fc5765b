package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.dialect.CaptureTriggers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What the triggers write, and what they leave alone. */
class PostgresTriggersTest {
  private static final String NOTED = "SELECT master, view_id FROM flags WHERE touched = 1";

  private static final String LOG =
      "SELECT \"SEQUENCE$$\", \"DMLTYPE$$\", \"OLD_NEW$$\", \"SIGN$$\", a FROM log ORDER BY 2, 3, 5";

  private final PostgresTriggers triggers = new PostgresTriggers();
  private Session session;

  @BeforeEach
  void connect() throws SQLException {
    session = Session.fresh();
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  private CaptureTriggers.Log log(String master, String... columns) throws SQLException {
    return new CaptureTriggers.Log(
        session.table(master),
        QualifiedName.of("log"),
        Stream.of(columns).map(Identifier::of).toList());
  }

  private CaptureTriggers.Log captured(String master, String... columns) throws SQLException {
    CaptureTriggers.Log log = log(master, columns);
    session.run(triggers.createLog(log));
    session.run(triggers.createTriggers(log));
    return log;
  }

  @Test
  void everyImageIsARowWithItsSign() throws SQLException {
    session.run("CREATE TABLE t (a int NOT NULL, b int)");
    captured("t", "a");
    session.run("INSERT INTO t VALUES (1), (2)", "UPDATE t SET a = 3 WHERE a = 2");
    session.run("DELETE FROM t WHERE a = 3", "TRUNCATE t");
    assertThat(session.rows(LOG))
        .containsExactly(
            "null|D|O|-1|1",
            "null|D|O|-1|3",
            "null|I|N|1|1",
            "null|I|N|1|2",
            "null|U|N|1|3",
            "null|U|U|-1|2");
  }

  @Test
  void aSignTimesTheSmallestNumberDoesNotOverflow() throws SQLException {
    session.run("CREATE TABLE t (a bigint)");
    captured("t", "a");
    session.run("INSERT INTO t VALUES (-9223372036854775808)", "DELETE FROM t");
    assertThat(session.rows("SELECT \"SIGN$$\" * a FROM log WHERE \"SIGN$$\" < 0"))
        .containsExactly("9223372036854775808");
  }

  @Test
  void theLogHoldsWhatTheMasterMayNot() throws SQLException {
    session.run(
        "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "CREATE DOMAIN sure AS int NOT NULL",
        "CREATE TABLE t (a sure PRIMARY KEY, b text COLLATE blind NOT NULL)");
    session.run(triggers.createLog(log("t", "a", "b")));
    session.run("INSERT INTO log (\"SIGN$$\", b) VALUES (1, 'x')");
    assertThat(session.rows("SELECT a FROM log WHERE b = 'X'")).containsExactly("null");
  }

  @Test
  void anUpdateThatChangesNoLoggedColumnIsNotLogged() throws SQLException {
    session.run(
        "CREATE TABLE t (a int, b int, c text)", "INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'x')");
    captured("t", "a", "c");
    session.run("UPDATE t SET b = 2", "UPDATE t SET a = a", "UPDATE t SET a = 3 - a");
    assertThat(session.rows(LOG)).as("no row, or what another row was").isEmpty();
    session.run("UPDATE t SET c = 'X' WHERE a = 1");
    assertThat(session.rows(LOG)).containsExactly("null|U|N|1|1", "null|U|U|-1|1");
  }

  @Test
  void anUpdateFromEqualToEqualIsLoggedWhereItCanBeSeen() throws SQLException {
    session.run("CREATE TABLE t (a numeric)", "INSERT INTO t VALUES (1.0)");
    captured("t", "a");
    session.run("UPDATE t SET a = 1.00");
    assertThat(session.rows(LOG)).containsExactly("null|U|N|1|1.00", "null|U|U|-1|1.0");
  }

  @Test
  void withoutColumnsOnlyTheNumberOfRowsIsLogged() throws SQLException {
    session.run("CREATE TABLE t (a int)");
    captured("t");
    session.run("INSERT INTO t VALUES (1), (2)", "UPDATE t SET a = 3", "DELETE FROM t WHERE a = 3");
    assertThat(session.rows("SELECT \"SIGN$$\", COUNT(*) FROM log GROUP BY 1 ORDER BY 1"))
        .containsExactly("-1|2", "1|2");
  }

  @Test
  void eachPartHasTriggersForAllThatChangesRowsOfIt() throws SQLException {
    session.run(
        "CREATE TABLE t (a int) PARTITION BY LIST (a)", "CREATE TABLE p PARTITION OF t DEFAULT");
    captured("t", "a");
    assertThat(
            session.rows(
                "SELECT tgrelid::regclass, COUNT(*), MIN(tgenabled) FROM pg_trigger"
                    + " WHERE tgname LIKE 'mview$%' GROUP BY 1 ORDER BY 1"))
        .containsExactly("t|4|A", "p|4|A");
  }

  @Test
  void rowsThatComeByReplicationAreLogged() throws SQLException {
    session.run(
        "CREATE TABLE t (a int) PARTITION BY LIST (a)", "CREATE TABLE p PARTITION OF t DEFAULT");
    captured("t", "a");
    session.run("SET session_replication_role = replica", "INSERT INTO t VALUES (1)");
    session.run("INSERT INTO p VALUES (2)", "UPDATE t SET a = 3 WHERE a = 1");
    session.run("DELETE FROM t WHERE a = 2", "TRUNCATE t");
    assertThat(session.rows("SELECT SUM(\"SIGN$$\"), COUNT(*) FROM log")).containsExactly("0|6");
  }

  @Test
  void whoMayWriteToTheMasterNeedsNoRightOnTheLog() throws SQLException {
    session.run("CREATE TABLE t (a int)");
    captured("t", "a");
    session.run(
        "CREATE ROLE writer_%s".formatted(database()),
        "GRANT ALL ON t TO writer_%s".formatted(database()));
    asWriter(
        "CREATE TEMP TABLE log (\"DMLTYPE$$\" text, \"OLD_NEW$$\" text, \"SIGN$$\" numeric, a int)",
        "CREATE TEMP TABLE mview$new (a int)",
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 2",
        "TRUNCATE t");
    assertThat(session.rows(LOG.replace("FROM log", "FROM public.log")))
        .as("and cannot lead the triggers to another log")
        .containsExactly("null|D|O|-1|2", "null|I|N|1|1", "null|U|N|1|2", "null|U|U|-1|1");
  }

  @Test
  void aPolicyThatHidesRowsFromTheLogMakesTruncateFail() throws SQLException {
    session.run("CREATE TABLE t (a int)", "CREATE ROLE owner_%s".formatted(database()));
    session.run("GRANT ALL ON SCHEMA public TO owner_%s".formatted(database()));
    session.run("ALTER TABLE t OWNER TO owner_%s".formatted(database()));
    session.run("SET ROLE owner_%s".formatted(database()));
    captured("t", "a");
    session.run("INSERT INTO t VALUES (1), (2)");
    session.run(
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY", "ALTER TABLE t FORCE ROW LEVEL SECURITY");
    session.run("CREATE POLICY p ON t USING (a = 1)");
    assertThatThrownBy(() -> session.run("TRUNCATE t")).hasMessageContaining("row-level security");
    session.run("RESET ROLE", "DROP TABLE t, log CASCADE", "DROP OWNED BY owner_" + database());
  }

  /** Roles are shared by all databases of a server. */
  private String database() throws SQLException {
    return session.connection().getCatalog();
  }

  private void asWriter(String... statements) throws SQLException {
    session.run("SET ROLE writer_" + database());
    session.run(statements);
    session.run("RESET ROLE");
  }

  @Test
  void theLastNumberOfASequenceStaysTheApplications() throws SQLException {
    session.run("CREATE TABLE t (a serial, b int)");
    captured("t", "a");
    session.run("INSERT INTO t (b) VALUES (1), (2)");
    assertThat(session.rows("SELECT lastval()")).containsExactly("2");
  }

  @Test
  void rowsAreCountedAsWithoutTriggers() throws SQLException {
    session.run("CREATE TABLE t (a int)");
    captured("t", "a");
    try (var statement = session.connection().createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO t VALUES (1), (2), (3)")).isEqualTo(3);
      assertThat(statement.executeUpdate("UPDATE t SET a = 5 WHERE a > 1")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "With \"quotes\" and 'others'",
        "x$mview$y$mview1$",
        "$mview",
        "100 %s %1$s \\",
        "ends in a dollar$",
        "ends in a tag $mview",
        "a_name_as_long_as_postgresql_can_hold_it_which_is_63_characters",
        "ein_Name_der_länger_ist_als_er_sein_dürfte_da_Umlaute_zählen",
      })
  void aMasterMayHaveAnyName(String name) throws SQLException {
    session.run("CREATE SCHEMA \"the \"\"schema\"", "SET search_path = \"the \"\"schema\"");
    session.run("CREATE TABLE %s (a int)".formatted(NAMES.quoted(name)));
    CaptureTriggers.Log log = captured(name, "a");
    QualifiedName flags = QualifiedName.of("flags");
    session.run(
        "CREATE TABLE flags (master text, view_id int, touched int)",
        "INSERT INTO flags VALUES (%s, 7, 0)".formatted(PostgresNames.literal(name)));
    session.run(triggers.createTouch(log.master().name(), flags));
    session.run("INSERT INTO %s VALUES (1)".formatted(NAMES.quoted(name)));
    session.run("TRUNCATE " + NAMES.quoted(name));
    assertThat(session.rows(LOG)).containsExactly("null|D|O|-1|1", "null|I|N|1|1");
    assertThat(session.rows("SELECT view_id FROM flags WHERE touched = 1")).containsExactly("7");
    session.run(triggers.dropTriggers(log));
    session.run(triggers.dropTouch(log.master().name()));
    assertThat(functions()).isEmpty();
  }

  @Test
  void tablesWhoseLongNamesBeginAlikeHaveTriggersOfTheirOwn() throws SQLException {
    String name = "a_name_as_long_as_postgresql_can_hold_it_which_is_63_character_";
    session.run("CREATE TABLE %s (a int)".formatted(name.replaceAll("_$", "1")));
    session.run("CREATE TABLE %s (a int)".formatted(name.replaceAll("_$", "2")));
    captured(name.replaceAll("_$", "1"), "a");
    session.run(triggers.createTriggers(log(name.replaceAll("_$", "2"), "a")));
    session.run("INSERT INTO %s VALUES (1)".formatted(name.replaceAll("_$", "1")));
    session.run("INSERT INTO %s VALUES (2)".formatted(name.replaceAll("_$", "2")));
    assertThat(session.rows(LOG)).containsExactly("null|I|N|1|1", "null|I|N|1|2");
  }

  @Test
  void aLogGetsMoreColumns() throws SQLException {
    session.run("CREATE TABLE t (a int, b varchar(9) NOT NULL)");
    session.run(triggers.dropTriggers(captured("t", "a")));
    session.run("INSERT INTO log (\"SIGN$$\", a) VALUES (1, 1)");
    CaptureTriggers.Log wider = log("t", "a", "b");
    session.run(triggers.widenLog(wider, List.of(Identifier.of("b"))));
    session.run(triggers.createTriggers(wider));
    session.run("INSERT INTO t VALUES (2, 'x')");
    assertThat(session.rows("SELECT a, b FROM log ORDER BY a")).containsExactly("1|null", "2|x");
  }

  @Test
  void triggersAndLogCanBeRemoved() throws SQLException {
    session.run(
        "CREATE TABLE t (a int) PARTITION BY LIST (a)", "CREATE TABLE p PARTITION OF t DEFAULT");
    CaptureTriggers.Log log = captured("t", "a");
    session.run(triggers.dropTriggers(log));
    session.run("INSERT INTO t VALUES (1)", "INSERT INTO p VALUES (1)", "TRUNCATE t");
    assertThat(session.rows(LOG)).isEmpty();
    session.run(triggers.dropLog(log.master().name(), log.table()));
    assertThat(session.rows("SELECT to_regclass('log')")).containsExactly("null");
    assertThat(functions()).isEmpty();
  }

  @Test
  void removingAgainOrAfterTheMasterFailsNot() throws SQLException {
    session.run("CREATE SCHEMA s", "SET search_path = s", "CREATE TABLE t (a int)");
    CaptureTriggers.Log log = captured("t", "a");
    session.run("DROP TABLE t");
    assertThat(functions()).as("they outlive their table").hasSize(4);
    session.run(triggers.dropLog(log.master().name(), log.table()));
    assertThat(functions()).isEmpty();
    session.run("DROP SCHEMA s");
    session.run(triggers.dropTriggers(log));
    session.run(triggers.dropLog(log.master().name(), log.table()));
    session.run(triggers.dropTouch(log.master().name()));
  }

  @Test
  void anotherMasterOfTheNameOfOneThatIsGoneIsLogged() throws SQLException {
    session.run("CREATE TABLE t (a int)");
    captured("t", "a");
    session.run("DROP TABLE t, log", "CREATE TABLE t (b text, a int)");
    captured("t", "a");
    session.run("INSERT INTO t VALUES ('x', 1)");
    assertThat(session.rows(LOG)).containsExactly("null|I|N|1|1");
  }

  @Test
  void whatIsWrittenToAPartitionIsLoggedForAsLongAsItIsOne() throws SQLException {
    session.run("CREATE TABLE t (a int) PARTITION BY LIST (a)");
    captured("t", "a");
    session.run("CREATE TABLE one PARTITION OF t FOR VALUES IN (1)", "INSERT INTO one VALUES (1)");
    session.run("ALTER TABLE t DETACH PARTITION one", "INSERT INTO one VALUES (2)");
    assertThat(session.rows(LOG)).containsExactly("null|I|N|1|1");
  }

  @Test
  void triggersMadeAnewLogHowPartitionsAreTruncatedNow() throws SQLException {
    session.run("CREATE TABLE t (a int) PARTITION BY LIST (a)");
    session.run("CREATE TABLE one PARTITION OF t FOR VALUES IN (1)", "INSERT INTO t VALUES (1)");
    CaptureTriggers.Log log = captured("t", "a");
    session.run("ALTER TABLE t DETACH PARTITION one");
    session.run("CREATE TABLE two PARTITION OF t FOR VALUES IN (2)", "INSERT INTO t VALUES (2)");
    session.run(triggers.createTriggers(log));
    session.run("TRUNCATE one", "TRUNCATE two");
    assertThat(session.rows(LOG)).containsExactly("null|D|O|-1|2", "null|I|N|1|2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (5)",
        "UPDATE t SET a = 5",
        "DELETE FROM t",
        "TRUNCATE t",
        "INSERT INTO p VALUES (5)",
        "TRUNCATE p"
      })
  void aChangeIsNoted(String change) throws SQLException {
    touchable(
        "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t DEFAULT");
    session.run(change);
    assertThat(session.rows(NOTED)).containsExactly("t|7");
    if (!change.contains(" p")) {
      session.run("DROP TABLE t, flags");
      touchable("CREATE TABLE t (a int)");
      session.run(change);
      assertThat(session.rows(NOTED)).containsExactly("t|7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t SELECT 1 WHERE false",
        "UPDATE t SET a = 5 WHERE a = 3",
        "DELETE FROM t WHERE a = 3",
      })
  void aStatementThatChangesNoRowIsNotNoted(String statement) throws SQLException {
    touchable("CREATE TABLE t (a int)");
    session.run(statement);
    assertThat(session.rows(NOTED)).isEmpty();
  }

  @Test
  void aChangeIsNotedNoMore() throws SQLException {
    touchable("CREATE TABLE t (a int)");
    session.run(triggers.dropTouch(QualifiedName.of("public", "t")));
    session.run("INSERT INTO t VALUES (5)");
    assertThat(session.rows(NOTED)).isEmpty();
    assertThat(functions()).isEmpty();
  }

  private void touchable(String tables) throws SQLException {
    session.run(
        tables,
        "INSERT INTO t VALUES (1)",
        "CREATE TABLE flags (master text, view_id int, touched int)",
        "INSERT INTO flags VALUES ('t', 7, 0), ('other', 7, 0)");
    session.run(
        triggers.createTouch(QualifiedName.of("public", "t"), QualifiedName.of("public", "flags")));
  }

  private List<String> functions() throws SQLException {
    return session.rows("SELECT proname FROM pg_proc WHERE proname LIKE 'mview$%'");
  }
}
