package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;

/**
 * Each part of the protocol is needed: without it, the stress finds wrong rows. The part is taken
 * out of the statements on their way to the database, so nothing is made for it in the product.
 */
class NaiveProtocolTest {
  private static final int ROUNDS = 12;
  private static final int WRITERS = 4;
  private static final int NOT_REFRESHED = 12008;

  static Stream<Arguments> parts() {
    return Server.chosen()
        .flatMap(
            server ->
                Stream.of(
                    without(
                        server,
                        "the lock of the logs at a commit",
                        sql -> sql.replace(" FOR UPDATE", "")),
                    without(
                        server,
                        "the wait of earlier snapshots for the end of their transaction",
                        sql ->
                            sql.replace(
                                    "IN ('read committed', 'read uncommitted') AS sees",
                                    "<> '' AS sees")
                                .replace("= 'READ-COMMITTED'", "<> ''"))));
  }

  private static Arguments without(Server server, String part, UnaryOperator<String> naive) {
    return Arguments.of(server, part, naive);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("parts")
  void theStressFindsWrongRowsWithout(Server server, String part, UnaryOperator<String> naive)
      throws Exception {
    Tally tally = new Tally();
    List<String> wrong = new ArrayList<>();
    try (FreshDatabase database = server.database().create();
        WatchedDriver driver = new WatchedDriver("naive", naive)) {
      Worker.Opener opener = () -> connect(driver, database);
      Stress stress =
          new Stress(
              server, database, Collections.nCopies(WRITERS, opener), tally, part.hashCode());
      for (int round = 0; wrong.isEmpty() && round < ROUNDS; round++) {
        wrong.addAll(found(stress));
      }
    }
    assertThat(wrong).as("without %s: %s", part, tally).isNotEmpty();
  }

  /** A refresh also notices by itself if a row that it adds is there already. */
  private static List<String> found(Stress stress) throws Exception {
    try {
      stress.run(1);
      return stress.wrong();
    } catch (SQLException | ExecutionException e) {
      Throwable failure = e instanceof ExecutionException ? e.getCause() : e;
      if (failure instanceof SQLException refused && refused.getErrorCode() == NOT_REFRESHED) {
        return List.of(String.valueOf(refused.getMessage()));
      }
      throw e;
    }
  }

  private static Connection connect(WatchedDriver driver, FreshDatabase database)
      throws SQLException {
    return DriverManager.getConnection(driver.url(database.rawUrl()));
  }
}
