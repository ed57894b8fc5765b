package org.mview.benchmarks.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mview.benchmarks.commit.OrderTransactions.BeforeCommit;
import org.mview.benchmarks.commit.OrderTransactions.Kind;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;

/** Transactions of one row: without a view, with one ON COMMIT, and with what one does by hand. */
public final class OnCommit {
  private static final String VIEW = "CREATE MATERIALIZED VIEW sales REFRESH FAST ON %s AS %s";

  private OnCommit() {}

  /** One comparison for each kind of transaction. */
  public static List<Comparison> comparisons() {
    return Stream.of(Kind.values()).map(OnCommit::comparison).toList();
  }

  private static Comparison comparison(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Comparison(
        "commit-" + name,
        "%s of one row, and commit".formatted(name),
        Effort.MANY,
        List.of(
            Variant.of("raw", workspace -> raw(workspace, kind)),
            Variant.of("mview, no view", workspace -> plain(workspace, kind)),
            Variant.within(1.4, "mview, change log alone", workspace -> captured(workspace, kind)),
            Variant.within(
                2.2,
                "mview, aggregate of one table",
                workspace -> kept(workspace, kind, Shop.BY_CUSTOMER)),
            Variant.within(
                2.8,
                "mview, aggregate of a join",
                workspace -> kept(workspace, kind, Shop.BY_REGION)),
            Variant.of("by hand, log alone", workspace -> logByHand(workspace, kind)),
            Variant.of(
                "by hand, log, one table",
                workspace -> keptByHand(workspace, kind, ByHand::byCustomer)),
            Variant.of(
                "by hand, log, join", workspace -> keptByHand(workspace, kind, ByHand::byRegion)),
            Variant.of(
                "by hand, triggers, one table",
                workspace -> triggersByHand(workspace, kind, ByHand::triggersByCustomer)),
            Variant.of(
                "by hand, triggers, join",
                workspace -> triggersByHand(workspace, kind, ByHand::triggersByRegion))));
  }

  private static Subject raw(Workspace workspace, Kind kind) throws SQLException {
    Connection connection = shop(workspace).raw();
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static Subject plain(Workspace workspace, Kind kind) throws SQLException {
    Connection connection = shop(workspace).mview();
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  /** The log has a reader, which empties it between the slices. */
  private static Subject captured(Workspace workspace, Kind kind) throws SQLException {
    Connection connection = shop(workspace).mview();
    Script.run(connection, VIEW.formatted("DEMAND", Shop.BY_CUSTOMER));
    return new OrderTransactions(
        connection, kind, BeforeCommit.NOTHING, "CALL DBMS_MVIEW.REFRESH('sales', 'F')");
  }

  private static Subject kept(Workspace workspace, Kind kind, String query) throws SQLException {
    Connection connection = shop(workspace).mview();
    Script.run(connection, VIEW.formatted("COMMIT", query));
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static Subject logByHand(Workspace workspace, Kind kind) throws SQLException {
    Connection connection = shop(workspace).raw();
    ByHand.log(connection);
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING, "DELETE FROM changes");
  }

  private static Subject keptByHand(Workspace workspace, Kind kind, Keeping keeping)
      throws SQLException {
    Connection connection = shop(workspace).raw();
    return new OrderTransactions(connection, kind, keeping.of(connection));
  }

  private static Subject triggersByHand(Workspace workspace, Kind kind, Triggers triggers)
      throws SQLException {
    Connection connection = shop(workspace).raw();
    triggers.create(connection);
    return new OrderTransactions(connection, kind, BeforeCommit.NOTHING);
  }

  private static SqliteFile shop(Workspace workspace) throws SQLException {
    SqliteFile file = new SqliteFile(workspace.own().resolve("shop.db"));
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
