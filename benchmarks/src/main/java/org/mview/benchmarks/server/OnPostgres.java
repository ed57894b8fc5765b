package org.mview.benchmarks.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.mview.benchmarks.commit.OrderTransactions;
import org.mview.benchmarks.commit.OrderTransactions.BeforeCommit;
import org.mview.benchmarks.commit.OrderTransactions.Kind;
import org.mview.benchmarks.commit.Shop;
import org.mview.benchmarks.database.PostgresDatabase;
import org.mview.benchmarks.database.PostgresServer;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;

/**
 * Transactions on PostgreSQL: without a view, with one ON COMMIT, and with triggers written by
 * hand. Each way has a database of its own on one server.
 */
public final class OnPostgres {
  /** With which the names begin. */
  public static final String NAME = "postgresql-";

  private static final String VIEW = "CREATE MATERIALIZED VIEW sales REFRESH FAST ON %s AS %s";
  private static final String EMPTY_LOG = "CALL DBMS_MVIEW.REFRESH('sales', 'F')";

  private OnPostgres() {}

  /** One comparison for each kind of transaction of one row, and one of many rows. */
  public static List<Comparison> comparisons() {
    return Stream.concat(Stream.of(Kind.values()).map(OnPostgres::comparison), Stream.of(bulk()))
        .toList();
  }

  private static Comparison comparison(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Comparison(
        NAME + "commit-" + name,
        "%s of one row, and commit, on PostgreSQL".formatted(name),
        Effort.SERVED,
        List.of(
            Variant.of("raw", workspace -> orders(shop().raw(), kind)),
            Variant.of("mview, no view", workspace -> orders(shop().mview(), kind)),
            Variant.within(
                1.4,
                "mview, change log alone",
                workspace -> orders(with("DEMAND", Shop.BY_CUSTOMER), kind, EMPTY_LOG)),
            Variant.within(
                2.0,
                "mview, aggregate of one table",
                workspace -> orders(with("COMMIT", Shop.BY_CUSTOMER), kind)),
            Variant.within(
                2.0,
                "mview, kept by triggers",
                workspace -> orders(keptByTriggers(Shop.BY_CUSTOMER), kind)),
            Variant.within(
                3.0,
                "mview, aggregate of a join",
                workspace -> orders(with("COMMIT", Shop.BY_REGION), kind)),
            Variant.of(
                "by hand, triggers, one table",
                workspace -> orders(byHand(TriggersByHand.ONE_TABLE), kind)),
            Variant.of(
                "by hand, triggers, join",
                workspace -> orders(byHand(TriggersByHand.JOIN), kind))));
  }

  private static Comparison bulk() {
    return new Comparison(
        NAME + "bulk-insert",
        "insert of %,d rows by one statement, and commit, on PostgreSQL".formatted(BulkInsert.ROWS),
        Effort.FEW,
        List.of(
            Variant.of("raw", workspace -> new BulkInsert(shop().raw(), List.of())),
            Variant.within(
                1.5,
                "mview, change log alone",
                workspace -> new BulkInsert(with("DEMAND", Shop.BY_CUSTOMER), List.of(EMPTY_LOG))),
            Variant.of(
                "mview, aggregate of one table",
                workspace -> new BulkInsert(with("COMMIT", Shop.BY_CUSTOMER), List.of())),
            Variant.of(
                "mview, kept by triggers",
                workspace -> new BulkInsert(keptByTriggers(Shop.BY_CUSTOMER), List.of())),
            Variant.of(
                "by hand, triggers, one table",
                workspace -> new BulkInsert(byHand(TriggersByHand.ONE_TABLE), List.of()))));
  }

  private static Subject orders(Connection connection, Kind kind, String... betweenSlices)
      throws SQLException {
    Script.run(connection, "VACUUM ANALYZE");
    OrderTransactions orders =
        new OrderTransactions(connection, kind, BeforeCommit.NOTHING, betweenSlices);
    return new Served(orders, connection);
  }

  private static Connection with(String when, String query) throws SQLException {
    Connection connection = shop().mview();
    Script.run(connection, VIEW.formatted(when, query));
    return connection;
  }

  private static Connection keptByTriggers(String query) throws SQLException {
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    Connection connection = shop().mview(asked);
    Script.run(connection, VIEW.formatted("COMMIT", query));
    return connection;
  }

  private static Connection byHand(TriggersByHand triggers) throws SQLException {
    Connection connection = shop().raw();
    triggers.create(connection);
    return connection;
  }

  /** A database with the tables. */
  static PostgresDatabase shop() throws SQLException {
    PostgresDatabase database = PostgresServer.create();
    try (Connection connection = database.raw()) {
      Shop.create(connection);
    }
    return database;
  }
}
