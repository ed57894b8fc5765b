package org.mview.queries;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;
import org.mview.dialect.sqlite.Sqlite;

/**
 * Keeps every query of the sets, each in a database of its own, while all tables change; whether it
 * is fast stands in {@code fast.txt}.
 *
 * <p>{@code -Dmview.seed=…} gives other rows and changes, {@code -Dmview.transactions=…} more of
 * them; {@code -Dmview.query=…} takes the queries whose names hold it.
 */
class QuerySetsTest {
  private static final long SEED = 1;
  private static final Set<String> DUPLICATE_KEY = Set.of("23505", "23000");

  private static final Map<QuerySet, Expectations> EXPECTATIONS =
      QuerySet.all().stream()
          .collect(Collectors.toMap(Function.identity(), QuerySet::expectations));

  private final long seed = Long.getLong("mview.seed", SEED);

  static Stream<Arguments> queries() {
    String wanted = System.getProperty("mview.query", "");
    return TestDatabases.chosen().stream()
        .flatMap(QuerySetsTest::queries)
        .filter(query -> Arrays.toString(query.get()).contains(wanted));
  }

  private static Stream<Arguments> queries(TestDatabase database) {
    Spelling spelling = Spelling.of(database.dialect().name());
    return QuerySet.all().stream()
        .filter(set -> spelling.sets().contains(set.name()))
        .flatMap(
            set ->
                set.queries().stream()
                    .filter(query -> spelling.takes(set.query(query, spelling)))
                    .map(query -> arguments(database, set, query)));
  }

  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("queries")
  void isItsQueryAfterEveryCommitAndRefresh(TestDatabase database, QuerySet set, String query)
      throws SQLException {
    Spelling spelling = Spelling.of(database.dialect().name());
    SchemaFile schema = set.schema(spelling);
    String text = set.query(query, spelling);
    RandomChanges changes = new RandomChanges(seed, spelling);
    try (FreshDatabase fresh = database.create();
        Connection ours = fresh.connect();
        Connection raw = fresh.connectRaw()) {
      fill(ours, schema, changes);
      KeptQuery kept = new KeptQuery(ours, raw, text);
      EXPECTATIONS.get(set).check(query, kept.create());
      kept.enableOnQuery();
      int transactions = Integer.getInteger("mview.transactions", spelling.transactions());
      play(ours, kept, changes, schema.tables(), text, transactions);
      if (seed == SEED && database.dialect().equals(Sqlite.DIALECT)) {
        kept.checkThatItsAnswerChanged(); // the values of the files are made for that one
      }
    }
  }

  @AfterAll
  static void showWhichAreFast() throws IOException {
    for (Expectations expectations : EXPECTATIONS.values()) {
      expectations.end();
    }
  }

  private static void fill(Connection ours, SchemaFile schema, RandomChanges changes)
      throws SQLException {
    ours.setAutoCommit(false);
    for (String statement : schema.statements()) {
      KeptQuery.execute(ours, statement);
    }
    for (SetTable table : schema.tables()) {
      for (String insert : changes.rows(table)) {
        change(ours, insert);
      }
    }
    ours.commit();
  }

  private void play(
      Connection ours,
      KeptQuery kept,
      RandomChanges changes,
      List<SetTable> tables,
      String text,
      int transactions)
      throws SQLException {
    List<SetTable> read =
        tables.stream().filter(t -> text.matches("(?s).*\\b" + t.name() + "\\b.*")).toList();
    for (int i = 0; i < transactions; i++) {
      List<String> statements = changes.transaction(i % 8 == 7 ? tables : read);
      for (String statement : statements) {
        change(ours, statement);
      }
      String what =
          "seed %d, transaction %d\n%s".formatted(seed, i, String.join(";\n", statements));
      kept.changed(what);
      ours.commit();
      kept.committed(what);
      if (i % 3 != 0 || i == transactions - 1) {
        kept.refresh(what);
      }
    }
    if (kept.isFast()) {
      kept.checkLastRefreshes();
    }
  }

  /** A key that is there already is no finding: the application goes on without that change. */
  private static void change(Connection ours, String statement) throws SQLException {
    Savepoint before = ours.setSavepoint();
    try {
      KeptQuery.execute(ours, statement);
      ours.releaseSavepoint(before);
    } catch (SQLException e) {
      if (!DUPLICATE_KEY.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      ours.rollback(before);
    }
  }
}
