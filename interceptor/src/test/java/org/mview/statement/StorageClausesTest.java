package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.statement.Clause.Policy;

class StorageClausesTest {
  @ParameterizedTest
  @CsvSource({
    "PCTFREE, sqlite, WARN",
    "PCTFREE, postgresql, NATIVE",
    "TABLESPACE, mysql, NATIVE",
    "TABLESPACE, mariadb, WARN",
    "LOGGING, sqlite, SILENT",
    "NOLOGGING, sqlite, WARN",
    "COMPRESS, duckdb, SILENT",
    "COMPRESS, sqlserver, NATIVE",
    "ORGANIZATION_INDEX, sqlite, NATIVE",
    "ORGANIZATION_INDEX, mysql, NATIVE",
    "ORGANIZATION_INDEX, h2, WARN",
    "ENCRYPT, sqlite, REFUSE",
    "ENCRYPT, mariadb, REFUSE",
    "OF_TYPE, postgresql, REFUSE",
    "SEGMENT_CREATION, firebird, SILENT",
    "PARALLEL, oracle, WARN",
    "OF_TYPE, oracle, REFUSE"
  })
  void eachDatabaseHasItsPolicy(Clause clause, String database, Policy policy) {
    assertThat(clause.policy(database)).isEqualTo(policy);
  }

  @Test
  void everyClauseAboutStorageHasAPolicyForEveryDatabase() {
    List<String> databases =
        List.of(
            "postgresql",
            "mysql",
            "mariadb",
            "sqlite",
            "h2",
            "duckdb",
            "derby",
            "hsqldb",
            "firebird",
            "sqlserver",
            "some other");
    assertThat(Arrays.stream(Clause.values()).filter(Clause::isAboutStorage))
        .allSatisfy(
            clause -> assertThat(databases).extracting(clause::policy).doesNotContainNull());
  }

  @Test
  void aClauseOfOursHasNoPolicy() {
    assertThatThrownBy(() -> Clause.ON_COMMIT.policy("sqlite"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                new StorageClause(
                    Clause.ON_COMMIT, new SourceText("ON COMMIT", 0), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsIgnoredIsWarnedAboutInTheOrderOfTheStatementAndSpaceInOneWarning() {
    List<StorageClause> storage =
        storage("pctfree 5 pctused 60 tablespace t storage (initial 50K) logging cache");
    assertThat(StorageClauses.warnings(storage, "sqlite", given -> true))
        .containsExactly(
            "PCTFREE is ignored: sqlite has nothing like it",
            "PCTUSED, STORAGE is ignored: sqlite has nothing like it",
            "TABLESPACE is ignored: sqlite has nothing like it",
            "CACHE is ignored: sqlite has nothing like it");
    assertThat(StorageClauses.warnings(storage, "postgresql", clause -> false))
        .containsExactly(
            "PCTFREE is ignored: postgresql has nothing quite like it",
            "PCTUSED, STORAGE is ignored: postgresql has nothing like it",
            "TABLESPACE is ignored: postgresql has none that is called t",
            "CACHE is ignored: postgresql has nothing like it");
    assertThat(StorageClauses.warnings(storage, "postgresql", clause -> true))
        .containsExactly(
            "PCTUSED, STORAGE is ignored: postgresql has nothing like it",
            "CACHE is ignored: postgresql has nothing like it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"of t", "(scope for (r) is t)", "(a encrypt)", "nested table n store as t"})
  void whatMustNotBeIgnoredIsRefused(String clause) {
    List<StorageClause> storage = storage(clause);
    assertThatThrownBy(() -> StorageClauses.warnings(storage, "sqlite", given -> true))
        .isInstanceOfSatisfying(
            MViewException.class,
            refused -> assertThat(refused.error()).isEqualTo(MViewError.NOT_SUPPORTED));
  }

  private static List<StorageClause> storage(String clauses) {
    Command view =
        new CommandParser(LexicalRules.STANDARD)
            .parse("create materialized view mv " + clauses + " as select 1")
            .orElseThrow();
    return ((CreateMaterializedView) view).storage();
  }
}
