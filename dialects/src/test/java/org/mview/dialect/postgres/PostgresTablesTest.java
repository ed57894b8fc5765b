package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** What is read of a table. */
class PostgresTablesTest {
  private static Session session;

  @BeforeAll
  static void connect() throws SQLException {
    session = Session.fresh();
  }

  @BeforeEach
  void empty() throws SQLException {
    session.run(
        "SET search_path = public",
        "DROP SCHEMA IF EXISTS other CASCADE",
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE SCHEMA other",
        "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "CREATE TYPE mood AS ENUM ('sad', 'glad')",
        "CREATE TYPE pair AS (a int, b int)",
        "CREATE DOMAIN positive AS int NOT NULL CHECK (value > 0)",
        "CREATE DOMAIN price AS numeric(8, 2)",
        "CREATE DOMAIN net AS price");
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  @Test
  void aNameIsExact() throws SQLException {
    session.run("CREATE TABLE \"Orders \"\"1\"\"\" (a int)");
    assertThat(find(QualifiedName.of("Orders \"1\""))).isPresent();
    assertThat(find(QualifiedName.of("orders \"1\""))).isEmpty();
    assertThat(find(QualifiedName.of("nothing", "t"))).isEmpty();
  }

  @Test
  void whatIsNoTableIsNotFound() throws SQLException {
    session.run("CREATE TABLE t (a int PRIMARY KEY)", "CREATE SEQUENCE s");
    assertThat(find(QualifiedName.of("t_pkey"))).isEmpty();
    assertThat(find(QualifiedName.of("s"))).isEmpty();
  }

  @Test
  void aNameWithoutSchemaIsResolvedByTheSearchPath() throws SQLException {
    session.run("CREATE TABLE t (a int)", "CREATE TABLE other.t (a int)");
    assertThat(session.table("t").name()).isEqualTo(QualifiedName.of("public", "t"));
    session.run("SET search_path = other, public");
    assertThat(session.table("t").name()).isEqualTo(QualifiedName.of("other", "t"));
    assertThat(find(QualifiedName.of("public", "t")).orElseThrow().name())
        .isEqualTo(QualifiedName.of("public", "t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CREATE TABLE t (a int); TABLE",
        "CREATE TABLE t (a int) PARTITION BY LIST (a); TABLE",
        "CREATE VIEW t AS SELECT 1 AS a; VIEW",
        "CREATE TEMP TABLE t (a int); TEMPORARY",
        "CREATE TEMP VIEW t AS SELECT 1 AS a; TEMPORARY",
        "CREATE UNLOGGED TABLE t (a int); VIRTUAL",
        "CREATE MATERIALIZED VIEW t AS SELECT 1 AS a; VIRTUAL",
        "CREATE TABLE p (a int) PARTITION BY LIST (a)|CREATE TABLE t PARTITION OF p DEFAULT; VIRTUAL",
        "CREATE TABLE t (a int) PARTITION BY LIST (a)|CREATE TABLE p PARTITION OF t DEFAULT; TABLE",
        "CREATE TABLE t (a int) PARTITION BY LIST (a)|CREATE UNLOGGED TABLE p PARTITION OF t DEFAULT; VIRTUAL",
        "CREATE TABLE p (a int)|CREATE TABLE t () INHERITS (p); VIRTUAL",
        "CREATE TABLE t (a int)|CREATE TABLE c () INHERITS (t); VIRTUAL",
        "CREATE TABLE t (a int)|CREATE TABLE \"T\" (a int); VIRTUAL",
        "CREATE VIEW t AS SELECT 1 AS a|CREATE TABLE \"T\" (a int); VIRTUAL",
        "CREATE TABLE t (a int)|CREATE TABLE other.\"T\" (a int); TABLE",
        "CREATE TABLE t (a int)|CREATE SEQUENCE \"T\"; TABLE",
        "CREATE FOREIGN DATA WRAPPER w|CREATE SERVER s FOREIGN DATA WRAPPER w|CREATE FOREIGN TABLE t (a int) SERVER s; VIRTUAL",
      })
  void aTableIsOfAKind(String statements, Kind kind) throws SQLException {
    session.run(statements.split("\\|"));
    assertThat(session.table("t").kind()).isEqualTo(kind);
    session.run("DISCARD TEMP", "DROP FOREIGN DATA WRAPPER IF EXISTS w CASCADE");
  }

  @Test
  void aTableOfAnotherSchemaIsNotOurs() throws SQLException {
    session.run("CREATE TABLE other.t (a int)", "SET search_path = public, other");
    assertThat(session.table("t").kind()).isEqualTo(Kind.ATTACHED);
    session.run("SET search_path = other");
    assertThat(session.table("t").kind()).isEqualTo(Kind.TABLE);
  }

  @Test
  void theCatalogIsNobodysMaster() throws SQLException {
    assertThat(session.table("pg_class").kind()).isEqualTo(Kind.VIRTUAL);
    assertThat(find(QualifiedName.of("information_schema", "tables")).orElseThrow().kind())
        .isEqualTo(Kind.VIRTUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "smallint; smallint; EXACT; true",
        "int; integer; EXACT; true",
        "bigint NOT NULL; bigint; EXACT; true",
        "numeric; numeric; APPROXIMATE; false",
        "numeric(10, 2); numeric(10,2); BY_VALUE; true",
        "real; real; APPROXIMATE; false",
        "float; double precision; APPROXIMATE; false",
        "money; money; APPROXIMATE; false",
        "text; text; APPROXIMATE; true",
        "text COLLATE blind; text; APPROXIMATE; false",
        "text COLLATE \"C\"; text; APPROXIMATE; true",
        "varchar(10); character varying(10); APPROXIMATE; true",
        "char(3); character(3); APPROXIMATE; true",
        "bpchar; bpchar; APPROXIMATE; false",
        "boolean; boolean; APPROXIMATE; true",
        "date; date; APPROXIMATE; true",
        "time; time without time zone; APPROXIMATE; true",
        "timetz; time with time zone; APPROXIMATE; false",
        "timestamp(3); timestamp(3) without time zone; APPROXIMATE; true",
        "timestamptz; timestamp with time zone; APPROXIMATE; true",
        "interval; interval; APPROXIMATE; false",
        "uuid; uuid; APPROXIMATE; true",
        "bytea; bytea; APPROXIMATE; true",
        "oid; oid; APPROXIMATE; true",
        "name; name; APPROXIMATE; true",
        "json; json; APPROXIMATE; false",
        "jsonb; jsonb; APPROXIMATE; false",
        "int[]; integer[]; APPROXIMATE; false",
        "mood; public.mood; APPROXIMATE; true",
        "mood[]; public.mood[]; APPROXIMATE; false",
        "pair; public.pair; APPROXIMATE; false",
        "positive; integer; EXACT; true",
        "net; numeric(8,2); BY_VALUE; true",
      })
  void aColumnIsOfAType(
      String declared, String declaration, Type.Arithmetic arithmetic, boolean sharp)
      throws SQLException {
    session.run("CREATE TABLE t (a %s)".formatted(declared));
    assertThat(session.table("t").table().columns())
        .containsExactly(
            new TableColumn(
                Identifier.of("a"),
                new Type(
                    declaration,
                    arithmetic,
                    !declared.contains("NOT NULL"),
                    declared.contains("blind") ? Optional.of("blind") : Optional.empty(),
                    sharp,
                    true)));
  }

  @Test
  void aTypeOfTheUsersIsDeclaredAlikeForEverySearchPath() throws SQLException {
    session.run("CREATE TABLE t (a mood)", "SET search_path = other");
    assertThat(
            find(QualifiedName.of("public", "t"))
                .orElseThrow()
                .table()
                .columns()
                .get(0)
                .type()
                .declaration())
        .isEqualTo("public.mood");
  }

  @Test
  void columnsStandInTheirOrderWithoutThoseThatWereDropped() throws SQLException {
    session.run(
        "CREATE TABLE t (z int, gone int, a int)",
        "ALTER TABLE t DROP COLUMN gone",
        "ALTER TABLE t ADD COLUMN \"B c\" int");
    assertThat(session.table("t").table().columns().stream().map(c -> c.name().text()))
        .containsExactly("z", "a", "B c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "b int, a int, PRIMARY KEY (a, b); a,b; a,b",
        "a int, b int; ; ",
        "a int NOT NULL UNIQUE, b int; ; a",
        "a int UNIQUE, b int; ; ",
        "a int NOT NULL UNIQUE, b int PRIMARY KEY; b; b a",
        "a int NOT NULL, b int, UNIQUE (a, b); ; ",
        "a int NOT NULL UNIQUE DEFERRABLE, b int; ; ",
        "a int PRIMARY KEY DEFERRABLE, b int; a; ",
        "a int NOT NULL, b int, UNIQUE (a) INCLUDE (b); ; a",
      })
  void rowsDifferByConstraintsThatAreCheckedAtOnceAndNeverNull(
      String columns, String primaryKey, String keys) throws SQLException {
    session.run("CREATE TABLE t (%s)".formatted(columns), "CREATE UNIQUE INDEX ON t (b)");
    TableInfo table = session.table("t");
    assertThat(names(table.primaryKey())).isEqualTo(primaryKey == null ? "" : primaryKey);
    assertThat(
            table.table().keys().stream()
                .map(PostgresTablesTest::names)
                .collect(Collectors.joining(" ")))
        .isEqualTo(keys == null ? "" : keys);
    assertThat(names(table.rowIdentity()))
        .isEqualTo(primaryKey == null || keys == null ? "ctid" : primaryKey);
  }

  private static String names(List<Identifier> names) {
    return names.stream().map(Identifier::text).collect(Collectors.joining(","));
  }

  @Test
  void everyUniqueIndexIsTold() throws SQLException {
    session.run(
        "CREATE TABLE t (a int PRIMARY KEY, \"B\" text)",
        "CREATE UNIQUE INDEX ON t (lower(\"B\"), a DESC) INCLUDE (\"B\") WHERE a > 1",
        "CREATE INDEX ON t (a)");
    assertThat(session.table("t").uniques())
        .containsExactly(
            new Unique(List.of("a"), Optional.empty()),
            new Unique(List.of("lower(\"B\")", "a"), Optional.of("(a > 1)")));
  }

  @Test
  void onlyAVirtualColumnIsMadeOfOthersWhenItIsRead() throws SQLException {
    session.run(
        "CREATE TABLE t (a int DEFAULT 7, b int GENERATED ALWAYS AS (a + 1) STORED,"
            + " c int GENERATED ALWAYS AS (a + 2) VIRTUAL)");
    assertThat(session.table("t").generated()).isEqualTo(Map.of(Identifier.of("c"), "(a + 2)"));
    assertThat(session.table("t").defaults()).isEmpty();
  }

  @Test
  void aViewHasAQueryWithoutASemicolon() throws SQLException {
    session.run("CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t WHERE a > 1;");
    assertThat(session.table("v").viewQuery().orElseThrow().replaceAll("\\s+", " "))
        .isEqualTo("SELECT a FROM t WHERE (a > 1)");
    assertThat(session.table("t").viewQuery()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ALTER TABLE t ADD COLUMN c int",
        "ALTER TABLE t DROP COLUMN b",
        "ALTER TABLE t RENAME COLUMN b TO c",
        "ALTER TABLE t ALTER COLUMN b TYPE varchar(9)",
        "ALTER TABLE t ALTER COLUMN b TYPE text COLLATE \"C\"",
        "ALTER TABLE t ALTER COLUMN b SET NOT NULL",
        "ALTER TABLE t ALTER COLUMN g SET EXPRESSION AS (a + 3)",
        "ALTER TABLE t DROP CONSTRAINT k",
        "ALTER TABLE t ADD UNIQUE (b)",
      })
  void theDefinitionChangesWithTheTable(String change) throws SQLException {
    makeDefined();
    String before = session.table("t").definition();
    session.run(change);
    assertThat(session.table("t").definition()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INSERT INTO t (a) VALUES (1)",
        "CREATE INDEX ON t (b)",
        "ALTER TABLE t ADD CHECK (a > 0)",
        "ALTER TABLE t RENAME CONSTRAINT k TO l",
        "ALTER TABLE t ALTER COLUMN b SET DEFAULT 'x'",
        "ALTER TABLE t ALTER COLUMN b SET STATISTICS 10",
        "VACUUM FULL t",
        "SET search_path = other",
        // As after a dump and its restore.
        "DROP TABLE t|make",
      })
  void theDefinitionChangesWithNothingElse(String change) throws SQLException {
    makeDefined();
    String before = session.table("t").definition();
    for (String statement : change.split("\\|")) {
      if (statement.equals("make")) {
        makeDefined();
      } else {
        session.run(statement);
      }
    }
    assertThat(find(QualifiedName.of("public", "t")).orElseThrow().definition()).isEqualTo(before);
  }

  private static void makeDefined() throws SQLException {
    session.run(
        "CREATE TABLE t (a int CONSTRAINT k UNIQUE, dropped int, b varchar(8), m mood,"
            + " g int GENERATED ALWAYS AS (a + 2) STORED)",
        "ALTER TABLE t DROP COLUMN dropped");
  }

  @Test
  void theDefinitionOfAViewIsItsQueryForEverySearchPath() throws SQLException {
    session.run("CREATE TABLE t (a int, b int)", "CREATE VIEW v AS SELECT a FROM t");
    String before = session.table("v").definition();
    assertThat(session.rows("SHOW search_path")).containsExactly("public");
    session.run("SET search_path = other");
    QualifiedName name = QualifiedName.of("public", "v");
    assertThat(find(name).orElseThrow().definition()).isEqualTo(before);
    session.run("CREATE OR REPLACE VIEW public.v AS SELECT a FROM public.t WHERE b > 1");
    assertThat(find(name).orElseThrow().definition()).isNotEqualTo(before);
  }

  @Test
  void theSearchPathIsAsBeforeInsideATransactionToo() throws SQLException {
    session.run("CREATE TABLE t (a int)", "BEGIN", "SET LOCAL search_path = \"$user\", public");
    session.table("t");
    assertThat(session.rows("SHOW search_path")).containsExactly("\"$user\", public");
    session.run("COMMIT");
    assertThat(session.rows("SHOW search_path")).containsExactly("public");
  }

  @Test
  void theDefinitionOfAPartitionedTableChangesWhenRowsComeAndGoWithAPartition()
      throws SQLException {
    session.run(
        "CREATE TABLE t (a int) PARTITION BY LIST (a)", "CREATE TABLE p PARTITION OF t DEFAULT");
    String before = session.table("t").definition();
    session.run("ALTER TABLE t DETACH PARTITION p");
    assertThat(session.table("t").definition()).isNotEqualTo(before);
    session.run("INSERT INTO p VALUES (1)", "ALTER TABLE t ATTACH PARTITION p DEFAULT");
    assertThat(session.table("t").definition()).isNotEqualTo(before);
  }

  @Test
  void whatBelongsToATableCanBeMadeAgain() throws SQLException {
    session.run(
        "CREATE TABLE t (a int PRIMARY KEY, b int)",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE INDEX i ON t (b)",
        "CREATE TRIGGER \"Y\" AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "ALTER TABLE t ENABLE ALWAYS TRIGGER \"Y\"");
    QualifiedName name = QualifiedName.of("public", "t");
    List<String> belongings = new PostgresTables().belongings(session.connection(), name);
    assertThat(belongings).hasSize(4);
    session.run("DROP TABLE t", "CREATE TABLE t (a int PRIMARY KEY, b int)");
    session.run(belongings);
    assertThat(new PostgresTables().belongings(session.connection(), name)).isEqualTo(belongings);
    assertThat(session.rows("SELECT tgenabled FROM pg_trigger WHERE tgname = 'Y'"))
        .containsExactly("A");
  }

  @Test
  void anIndexIsItsColumnsUpToWhatIsNone() throws SQLException {
    session.run(
        "CREATE TABLE \"T\" (a int PRIMARY KEY, \"B\" int, c text, d point)",
        "CREATE INDEX two ON \"T\" (\"B\" DESC, c)",
        "CREATE INDEX begun ON \"T\" (c, lower(c), a)",
        "CREATE UNIQUE INDEX alone ON \"T\" (a, \"B\") INCLUDE (c)",
        "CREATE INDEX otherwise_ordered ON \"T\" (\"B\", a NULLS FIRST)",
        "CREATE INDEX otherwise_equal ON \"T\" (c COLLATE blind)",
        "CREATE INDEX partial ON \"T\" (c) WHERE a > 1",
        "CREATE INDEX no_order ON \"T\" USING gist (d)");
    assertThat(
            new PostgresTables()
                .indexes(session.connection(), QualifiedName.of("public", "T")).stream()
                    .map(TableIndex::toString)
                    .map(text -> text.replace("TableIndex", "")))
        .containsExactlyInAnyOrder(
            "[name=T_pkey, terms=[a], unique=true]",
            "[name=two, terms=[B DESC, c], unique=false]",
            "[name=begun, terms=[c], unique=false]",
            "[name=alone, terms=[a, B], unique=true]",
            "[name=otherwise_ordered, terms=[B], unique=false]");
  }

  @Test
  void smallTablesAreCountedAndLargeOnesEstimated() throws SQLException {
    session.run(
        "CREATE TABLE few AS SELECT 1 FROM generate_series(1, 123)",
        "CREATE TABLE many WITH (autovacuum_enabled = false) AS"
            + " SELECT i, i AS j FROM generate_series(1, 200000) i",
        "CREATE TABLE parts (a int) PARTITION BY LIST (a)",
        "CREATE TABLE p1 PARTITION OF parts FOR VALUES IN (1) WITH (autovacuum_enabled = false)",
        "CREATE TABLE p2 PARTITION OF parts DEFAULT WITH (autovacuum_enabled = false)",
        "INSERT INTO parts SELECT i % 2 FROM generate_series(1, 100000) i");
    assertThat(estimated("few")).isEqualTo(123);
    assertThat(estimated("many")).isBetween(100_000L, 400_000L);
    session.run("ANALYZE many");
    assertThat(estimated("many")).isBetween(190_000L, 210_000L);
    assertThat(estimated("parts")).isBetween(50_000L, 200_000L);
    session.run("DELETE FROM few");
    assertThat(estimated("few")).isZero();
  }

  private static long estimated(String table) throws SQLException {
    return new PostgresTables()
        .estimatedRows(session.connection(), QualifiedName.of("public", table));
  }

  private static Optional<TableInfo> find(QualifiedName name) throws SQLException {
    return new PostgresTables().find(session.connection(), name);
  }
}
