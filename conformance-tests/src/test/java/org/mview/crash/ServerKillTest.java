package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/**
 * Kills a client of a server at random points of create, refresh, alter, drop and commit, and looks
 * at what it leaves. {@code -Dmview.kills=…} says how often.
 */
class ServerKillTest {
  private static final int LONGEST_MILLIS = 1_200;

  private final int kills = Integer.getInteger("mview.kills", 10);
  private final long seed = Long.getLong("mview.seed", 1);

  static Stream<TestDatabase> servers() {
    return Servers.chosen();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void afterAKillEveryViewIsRightOrCanBeMended(TestDatabase kind) throws Exception {
    Random random = new Random(seed);
    try (FreshDatabase database = kind.create()) {
      try (Connection raw = database.connectRaw()) {
        for (String table : Words.of(database.url()).tables()) {
          Sql.execute(raw, table);
        }
      }
      for (int kill = 0; kill < kills; kill++) {
        int committed = killed(database, "w" + kill, random);
        String insert = "INSERT INTO orders (customer, amount) VALUES (%d, 1)".formatted(kill);
        new Remains(kind, database)
            .assertMendable("kill %d of seed %d".formatted(kill, seed), List.of(insert));
        assertCommitted(database, "w" + kill, committed);
      }
    }
  }

  /** Starts the application, kills it, and answers the last transaction it has reported. */
  private static int killed(FreshDatabase database, String writer, Random random)
      throws IOException, InterruptedException {
    try (Child child =
        Child.start(
            Application.class,
            database.url(),
            writer,
            String.valueOf(random.nextLong()),
            "60000",
            "40")) {
      @Nullable String line = child.line();
      assertThat(line).isEqualTo("ready");
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
      child.kill();
      int last = 0;
      while ((line = child.line()) != null) {
        last = Integer.parseInt(line);
      }
      return last;
    }
  }

  /** Nothing that was said to be committed is lost. */
  private static void assertCommitted(FreshDatabase database, String writer, int last)
      throws SQLException {
    try (Connection raw = database.connectRaw()) {
      String number =
          Sql.rows(
                  raw,
                  "SELECT COALESCE(MAX(n), 0) FROM ledger WHERE writer = '%s'".formatted(writer))
              .get(0);
      assertThat(Integer.parseInt(number)).isGreaterThanOrEqualTo(last);
    }
  }
}
