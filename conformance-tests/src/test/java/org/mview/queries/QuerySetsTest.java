package org.mview.queries;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.SqliteDatabase;

/**
 * Keeps every query of the sets, each in a database of its own, while all tables change; whether it
 * is fast stands in {@code fast.txt}.
 *
 * <p>{@code -Dmview.seed=…} gives other rows and changes, {@code -Dmview.transactions=…} more of
 * them; {@code -Dmview.query=…} takes the queries whose names hold it.
 */
class QuerySetsTest {
  private static final long SEED = 1;

  private static final Map<QuerySet, Expectations> EXPECTATIONS =
      QuerySet.all().stream()
          .collect(Collectors.toMap(Function.identity(), QuerySet::expectations));

  private final long seed = Long.getLong("mview.seed", SEED);
  private final int transactions = Integer.getInteger("mview.transactions", 20);

  static Stream<Arguments> queries() {
    String wanted = System.getProperty("mview.query", "");
    return QuerySet.all().stream()
        .flatMap(set -> set.queries().stream().map(query -> arguments(set, query)))
        .filter(query -> Arrays.toString(query.get()).contains(wanted));
  }

  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("queries")
  void isItsQueryAfterEveryCommitAndRefresh(QuerySet set, String query) throws SQLException {
    String text = set.query(query);
    RandomChanges changes = new RandomChanges(seed);
    try (FreshDatabase database = SqliteDatabase.WAL.create();
        Connection ours = database.connect();
        Connection raw = database.connectRaw()) {
      fill(ours, set, changes);
      KeptQuery kept = new KeptQuery(ours, raw, text);
      EXPECTATIONS.get(set).check(query, kept.create());
      play(ours, kept, changes, set.schema().tables(), text);
    }
  }

  @AfterAll
  static void showWhichAreFast() throws IOException {
    for (Expectations expectations : EXPECTATIONS.values()) {
      expectations.end();
    }
  }

  private static void fill(Connection ours, QuerySet set, RandomChanges changes)
      throws SQLException {
    ours.setAutoCommit(false);
    for (String statement : set.schema().statements()) {
      KeptQuery.execute(ours, statement);
    }
    for (SetTable table : set.schema().tables()) {
      for (String insert : changes.rows(table)) {
        KeptQuery.execute(ours, insert);
      }
    }
    ours.commit();
  }

  private void play(
      Connection ours, KeptQuery kept, RandomChanges changes, List<SetTable> tables, String text)
      throws SQLException {
    List<SetTable> read =
        tables.stream().filter(t -> text.matches("(?s).*\\b" + t.name() + "\\b.*")).toList();
    for (int i = 0; i < transactions; i++) {
      List<String> statements = changes.transaction(i % 8 == 7 ? tables : read);
      for (String statement : statements) {
        KeptQuery.execute(ours, statement);
      }
      ours.commit();
      String what =
          "seed %d, transaction %d\n%s".formatted(seed, i, String.join(";\n", statements));
      kept.committed(what);
      if (i % 3 != 0 || i == transactions - 1) {
        kept.refresh(what);
      }
    }
    if (kept.isFast()) {
      kept.checkLastRefreshes();
    }
    if (seed == SEED) {
      kept.checkThatItsAnswerChanged();
    }
  }
}
