package org.mview.benchmarks.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;

/** What is compared does the same work: each way has right sums after its transactions. */
class OnCommitTest {
  private static final int TRANSACTIONS = 50;

  @TempDir private Path directory;

  static Stream<Arguments> waysThatKeepSums() {
    return OnCommit.comparisons().stream()
        .flatMap(c -> c.variants().stream().map(v -> Arguments.of(c.name(), v.name(), v)))
        .filter(arguments -> ((String) arguments.get()[1]).matches(".*(one table|join)"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("waysThatKeepSums")
  void theSumsAreThoseOfTheQuery(String comparison, String way, Variant variant) throws Exception {
    String query = way.endsWith("join") ? Shop.BY_REGION : Shop.BY_CUSTOMER;

    run(variant);

    assertThat(number("SELECT COUNT(*) FROM orders")).isEqualTo(expectedOrders(comparison));
    assertThat(number("SELECT COUNT(*) FROM (SELECT * FROM sales EXCEPT %s)".formatted(query)))
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM (%s EXCEPT SELECT * FROM sales)".formatted(query)))
        .isZero();
  }

  private static long expectedOrders(String comparison) {
    return switch (comparison) {
      case "commit-insert" -> Shop.ORDERS + TRANSACTIONS;
      case "commit-delete" -> Shop.ORDERS - TRANSACTIONS;
      default -> Shop.ORDERS;
    };
  }

  /** Two slices: what the first has done to the orders is undone before the second. */
  private void run(Variant variant) throws Exception {
    try (Subject subject = variant.opening().open(new Workspace(directory, shared()))) {
      for (int slice = 0; slice < 2; slice++) {
        subject.prepare();
        subject.run(TRANSACTIONS);
      }
    }
  }

  private Path shared() throws IOException {
    return Files.createDirectories(directory.resolve("shared"));
  }

  private long number(String query) throws SQLException {
    try (Connection connection = new SqliteFile(directory.resolve("shop.db")).raw();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
