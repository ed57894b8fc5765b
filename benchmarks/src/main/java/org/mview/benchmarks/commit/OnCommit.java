package org.mview.benchmarks.commit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.mview.benchmarks.commit.OrderTransactions.BeforeCommit;
import org.mview.benchmarks.commit.OrderTransactions.Kind;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;

/** Transactions of one row: without a view, with one ON COMMIT, and with what one does by hand. */
public final class OnCommit {
  private static final String VIEW = "CREATE MATERIALIZED VIEW sales REFRESH FAST ON %s AS %s";

  private OnCommit() {}

  /** One comparison for each kind of transaction. */
  public static List<Comparison> comparisons() {
    return List.of(comparison(Kind.INSERT), comparison(Kind.UPDATE));
  }

  private static Comparison comparison(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Comparison(
        "commit-" + name,
        "%s of one row, and commit".formatted(name),
        List.of(
            Variant.of("raw", directory -> raw(directory, kind)),
            Variant.of("mview, no view", directory -> plain(directory, kind)),
            Variant.within(1.4, "mview, change log alone", directory -> captured(directory, kind)),
            Variant.within(
                2.2,
                "mview, aggregate of one table",
                directory -> kept(directory, kind, Shop.BY_CUSTOMER)),
            Variant.within(
                2.8,
                "mview, aggregate of a join",
                directory -> kept(directory, kind, Shop.BY_REGION)),
            Variant.of("by hand, log alone", directory -> logByHand(directory, kind)),
            Variant.of(
                "by hand, log, one table",
                directory -> keptByHand(directory, kind, ByHand::byCustomer)),
            Variant.of(
                "by hand, log, join", directory -> keptByHand(directory, kind, ByHand::byRegion)),
            Variant.of(
                "by hand, triggers, one table",
                directory -> triggersByHand(directory, kind, ByHand::triggersByCustomer)),
            Variant.of(
                "by hand, triggers, join",
                directory -> triggersByHand(directory, kind, ByHand::triggersByRegion))));
  }

  private static Subject raw(Path directory, Kind kind) throws SQLException {
    Connection connection = shop(directory).raw();
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static Subject plain(Path directory, Kind kind) throws SQLException {
    Connection connection = shop(directory).mview();
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  /** The log has a reader, which empties it between the slices. */
  private static Subject captured(Path directory, Kind kind) throws SQLException {
    Connection connection = shop(directory).mview();
    Script.run(connection, VIEW.formatted("DEMAND", Shop.BY_CUSTOMER));
    return new OrderTransactions(
        connection, kind, BeforeCommit.NOTHING, "CALL DBMS_MVIEW.REFRESH('sales', 'F')");
  }

  private static Subject kept(Path directory, Kind kind, String query) throws SQLException {
    Connection connection = shop(directory).mview();
    Script.run(connection, VIEW.formatted("COMMIT", query));
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static Subject logByHand(Path directory, Kind kind) throws SQLException {
    Connection connection = shop(directory).raw();
    ByHand.log(connection);
    return new OrderTransactions(
        connection, kind, BeforeCommit.NOTHING, "DELETE FROM changes");
  }

  private static Subject keptByHand(Path directory, Kind kind, Keeping keeping)
      throws SQLException {
    Connection connection = shop(directory).raw();
    return new OrderTransactions(connection, kind, keeping.of(connection));
  }

  private static Subject triggersByHand(Path directory, Kind kind, Triggers triggers)
      throws SQLException {
    Connection connection = shop(directory).raw();
    triggers.create(connection);
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static SqliteFile shop(Path directory) throws SQLException {
    SqliteFile file = new SqliteFile(directory.resolve("shop.db"));
    try (Connection connection = file.raw()) {
      Shop.create(connection);
    }
    return file;
  }

  @FunctionalInterface
  private interface Keeping {
    BeforeCommit of(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Triggers {
    void create(Connection connection) throws SQLException;
  }
}
