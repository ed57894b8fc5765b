package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;
import org.mview.driver.MViewDataSource;
import org.postgresql.xa.PGXADataSource;

/** Branches of distributed transactions, by the JDBC objects of a transaction manager. */
class DistributedTransactionsTest {
  private static final String SUMS = "SELECT k, n, sx FROM sums ORDER BY k";
  private static final List<String> BEFORE = List.of("1 | 2 | 30", "2 | 1 | 30");
  private static final List<String> AFTER = List.of("1 | 2 | 30", "2 | 2 | 70");
  private static final String CHANGE = "INSERT INTO a VALUES (4, 2, 40)";

  static List<TestDatabase> databases() {
    return TestDatabases.chosen().stream()
        .filter(kind -> !kind.dialect().name().equals("sqlite")) // has no branches
        .toList();
  }

  /** H2 undoes a branch when the handle is closed that has made it. */
  static Stream<TestDatabase> servers() {
    return databases().stream().filter(kind -> !kind.name().equals("h2"));
  }

  /** A table, a view ON COMMIT of it, and a connection for branches. */
  private static final class Shop implements AutoCloseable {
    final FreshDatabase database;
    final Connection reader;
    final XADataSource source;
    final XAConnection connection;

    Shop(TestDatabase kind, Properties properties) throws SQLException {
      database = kind.create();
      reader = database.connect();
      Sql.execute(reader, "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)");
      Sql.execute(reader, "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)");
      Sql.execute(
          reader,
          "CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS "
              + "SELECT k, COUNT(*) AS n, SUM(x) AS sx FROM a GROUP BY k");
      source = MViewDataSource.overXa(real(kind, database), properties);
      connection = source.getXAConnection();
    }

    private static XADataSource real(TestDatabase kind, FreshDatabase database)
        throws SQLException {
      return switch (kind.name()) {
        case "postgresql" -> {
          PGXADataSource postgres = new PGXADataSource();
          postgres.setUrl(database.rawUrl());
          yield postgres;
        }
        case "mysql" -> {
          var mysql = new com.mysql.cj.jdbc.MysqlXADataSource();
          mysql.setUrl(database.rawUrl());
          yield mysql;
        }
        case "mariadb" -> new MariaDbDataSource(database.rawUrl());
        case "h2" -> {
          JdbcDataSource h2 = new JdbcDataSource();
          h2.setURL(database.rawUrl());
          yield h2;
        }
        default -> throw new IllegalArgumentException("no branches on " + kind);
      };
    }

    XAResource resource() throws SQLException {
      return connection.getXAResource();
    }

    List<String> sums() throws SQLException {
      return Sql.rows(reader, SUMS);
    }

    String staleness() throws SQLException {
      return Sql.rows(reader, "SELECT staleness FROM user_mviews").get(0);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      reader.close();
      database.close();
    }
  }

  private static Shop shop(TestDatabase kind) throws SQLException {
    return new Shop(kind, new Properties());
  }

  /** A handle is given back before its branch ends, as a pool in a container has it. */
  @ParameterizedTest
  @MethodSource("servers")
  void viewsFollowTheSecondPhase(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(handle, CHANGE);
      handle.close();
      shop.resource().end(branch, XAResource.TMSUCCESS);
      assertThat(shop.resource().prepare(branch)).isEqualTo(XAResource.XA_OK);

      assertThat(shop.sums()).isEqualTo(BEFORE);
      shop.resource().commit(branch, false);

      assertThat(shop.sums()).isEqualTo(AFTER);
      assertThat(shop.staleness()).isEqualTo("FRESH");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsFollowTheOnlyPhase(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(handle, CHANGE);
      shop.resource().end(branch, XAResource.TMSUCCESS);
      shop.resource().commit(branch, true);

      assertThat(shop.sums()).isEqualTo(AFTER);

      Sql.execute(handle, "DELETE FROM a WHERE id = 4"); // in autocommit again
      assertThat(shop.sums()).isEqualTo(BEFORE);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aBranchIsRolledBack(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Connection handle = shop.connection.getConnection(); // of a branch that has begun
      Sql.execute(handle, CHANGE);
      shop.resource().end(branch, XAResource.TMFAIL);
      shop.resource().rollback(branch);

      assertThat(shop.sums()).isEqualTo(BEFORE);
      assertThat(shop.staleness()).isEqualTo("FRESH");

      Sql.execute(handle, CHANGE);
      assertThat(shop.sums()).isEqualTo(AFTER);
    }
  }

  /** The one who has begun is gone. */
  @ParameterizedTest
  @MethodSource("servers")
  void aBranchIsRecoveredByAnother(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      XAConnection gone = shop.source.getXAConnection();
      gone.getXAResource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(gone.getConnection(), CHANGE);
      gone.getXAResource().end(branch, XAResource.TMSUCCESS);
      gone.getXAResource().prepare(branch);
      gone.close();

      awaitDetached(shop, branch);
      assertThat(shop.sums()).isEqualTo(AFTER);
    }
  }

  /** A server may notice a moment later that the connection is gone. */
  private static void awaitDetached(Shop shop, BranchId branch) throws Exception {
    for (int again = 1000; ; again--) {
      try {
        shop.resource().commit(branch, false);
        return;
      } catch (XAException e) {
        if (again == 0) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aBranchInDoubtStopsNobody(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(handle, CHANGE);
      shop.resource().end(branch, XAResource.TMSUCCESS);
      shop.resource().prepare(branch);

      Sql.execute(shop.reader, "INSERT INTO a VALUES (5, 2, 1)"); // the same group
      assertThat(shop.sums()).containsExactly("1 | 2 | 30", "2 | 2 | 31");

      shop.resource().commit(branch, false);
      assertThat(shop.sums()).containsExactly("1 | 2 | 30", "2 | 3 | 71");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aStatementOfOursIsRefused(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(handle, CHANGE);
      assertThatThrownBy(() -> Sql.execute(handle, "CALL DBMS_MVIEW.REFRESH('sums')"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ORA-02089");
      shop.resource().end(branch, XAResource.TMSUCCESS);
      shop.resource().commit(branch, true);

      assertThat(shop.sums()).isEqualTo(AFTER);
      Sql.execute(handle, "CALL DBMS_MVIEW.REFRESH('sums')");
    }
  }

  /**
   * The driver's own word for it; where it has none, the transaction has ended, and views follow.
   */
  @ParameterizedTest
  @MethodSource("databases")
  void theApplicationEndsABranchItself(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      Sql.execute(handle, CHANGE);
      try {
        handle.commit();
        assertThat(shop.sums()).isEqualTo(AFTER);
      } catch (SQLException refused) {
        assertThat(shop.sums()).isEqualTo(BEFORE);
        shop.resource().end(branch, XAResource.TMSUCCESS);
        shop.resource().commit(branch, true);
        assertThat(shop.sums()).isEqualTo(AFTER);
      }
    }
  }

  /** S-033. */
  @ParameterizedTest
  @MethodSource("databases")
  void oraclesRulesRefuseChangesForViewsOnCommit(TestDatabase kind) throws Exception {
    Properties oracle = new Properties();
    oracle.setProperty("mview.compatibility", "oracle");
    try (Shop shop = new Shop(kind, oracle)) {
      BranchId branch = new BranchId("t1");
      Connection handle = shop.connection.getConnection();
      shop.resource().start(branch, XAResource.TMNOFLAGS);
      assertThatThrownBy(() -> Sql.execute(handle, CHANGE))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ORA-02089")
          .extracting(e -> ((SQLException) e).getErrorCode())
          .isEqualTo(2089);
      shop.resource().end(branch, XAResource.TMSUCCESS);
      shop.resource().rollback(branch);

      Sql.execute(shop.reader, "ALTER MATERIALIZED VIEW sums REFRESH FAST ON DEMAND");
      BranchId next = new BranchId("t2");
      Connection again = shop.connection.getConnection();
      shop.resource().start(next, XAResource.TMNOFLAGS);
      Sql.execute(again, CHANGE);
      shop.resource().end(next, XAResource.TMSUCCESS);
      shop.resource().commit(next, true);
      assertThat(shop.sums()).isEqualTo(BEFORE);
      assertThat(shop.staleness()).isEqualTo("STALE");
    }
  }

  /** A pool hears of its handles what it would without us, and nothing of handles of ours. */
  @ParameterizedTest
  @MethodSource("servers")
  void aPoolHearsOfItsOwnHandles(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      XAConnection real = Shop.real(kind, shop.database).getXAConnection();
      assertThat(heard(shop.connection))
          .hasSameSizeAs(heard(real))
          .allMatch(shop.connection::equals);
      assertThat(shop.sums()).isEqualTo(AFTER);
      real.close();
    }
  }

  /** Who is said to have closed handles, while a branch is made and committed. */
  private static List<Object> heard(XAConnection connection) throws Exception {
    List<Object> closed = new ArrayList<>();
    ConnectionEventListener pool =
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            closed.add(event.getSource());
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            throw new IllegalStateException(event.getSQLException());
          }
        };
    connection.addConnectionEventListener(pool);
    BranchId branch = new BranchId("t1");
    Connection handle = connection.getConnection();
    connection.getXAResource().start(branch, XAResource.TMNOFLAGS);
    Sql.execute(handle, "DELETE FROM a WHERE id = 4");
    Sql.execute(handle, CHANGE);
    handle.close();
    connection.getXAResource().end(branch, XAResource.TMSUCCESS);
    connection.getXAResource().commit(branch, true);
    connection.removeConnectionEventListener(pool);
    return closed;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void resourcesOfOneDatabaseKnowEachOther(TestDatabase kind) throws Exception {
    try (Shop shop = shop(kind)) {
      assertThat(shop.resource().isSameRM(shop.connection.getXAResource())).isTrue();
    }
  }
}
