package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What would stop a script for ever. */
class PostgresPlaceTest {
  @Test
  @Timeout(60)
  void whoLooksDoesNotWaitForATransactionOfItsOwnThread(@TempDir Path folder) throws SQLException {
    Setup setup = new Setup(false, 1, List.of(), false);
    try (Place.Twins twins = PostgresIdiom.PLACE.make(setup, folder);
        Application twin = new Application(1, (s, place, text) -> {}, twins::twin);
        Connection raw = twins.rawTwin(twin);
        Statement open = twin.session(0).createStatement();
        Statement look = raw.createStatement()) {
      open.execute("CREATE TABLE t (a int)");
      open.execute("BEGIN");
      open.execute("TRUNCATE t");
      assertThatThrownBy(() -> look.executeQuery("SELECT a FROM t"))
          .isInstanceOf(SQLException.class)
          .matches(e -> PostgresIdiom.IDIOM.excuses().isBusy((SQLException) e));
    }
  }
}
