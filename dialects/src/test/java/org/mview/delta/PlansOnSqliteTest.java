package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mview.algebra.Tree;
import org.mview.sql.QualifiedName;

/**
 * The SQL of random queries, and of the plans that bring their containers up to date, run by
 * SQLite: what it makes of them is what they mean.
 */
class PlansOnSqliteTest {
  private static final int CASES = 300;

  @Test
  void theContainerHoldsWhatTheQueryMeansBeforeAndAfterARefresh() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      SqliteTables tables = new SqliteTables(connection);
      for (int seed = 0; seed < CASES; seed++) {
        check(seed, tables);
      }
    }
  }

  private static void check(int seed, SqliteTables tables) throws SQLException {
    Random random = new Random(seed);
    Kept kept = Keeping.of(new RandomQuery(random, false).query(seed % 10 == 0 ? 3 : 2));
    boolean insertsOnly = seed % 3 == 0;
    RandomData data = new RandomData(random, insertsOnly, false);
    tables.fill(data.before, data.changes);
    SqliteContainer container = tables.container(kept);
    assertThat(container.rows())
        .as("seed %d\n%s\n%s", seed, Tree.of(kept.content()), container.statements())
        .isEqualTo(meaning(data.before).of(kept.content()));
    Set<QualifiedName> changed = changed(data);
    if (!changed.isEmpty()) {
      tables.fill(data.now, data.changes);
      Change change = new Change(changed, insertsOnly, random.nextBoolean(), random.nextBoolean());
      container.run(Planner.fast(kept, change));
      assertThat(container.rows())
          .as("seed %d\n%s\n%s", seed, Tree.of(kept.content()), container.statements())
          .isEqualTo(meaning(data.now).of(kept.content()));
    }
    container.drop();
  }

  private static Set<QualifiedName> changed(RandomData data) {
    return data.changes.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> QualifiedName.of(entry.getKey()))
        .collect(Collectors.toSet());
  }

  private static Meaning meaning(Map<String, Bag> tables) {
    return new Meaning(tables, Map.of(), new HashMap<>());
  }
}
