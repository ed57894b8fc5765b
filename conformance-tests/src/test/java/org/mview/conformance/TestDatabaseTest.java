package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabaseTest {
  private static final String SQLITE = "jdbc:sqlite:";

  @ParameterizedTest
  @MethodSource("org.mview.conformance.TestDatabases#chosen")
  void bothDriversSeeTheSameRows(TestDatabase database) throws SQLException {
    try (FreshDatabase fresh = database.create();
        Connection ours = fresh.connect();
        Connection raw = fresh.connectRaw()) {
      Sql.execute(ours, "create table item (id integer primary key)");
      Sql.execute(ours, "insert into item values (7)");
      assertThat(number(raw, "select id from item")).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @MethodSource("org.mview.conformance.TestDatabases#chosen")
  void aConnectionThroughOurDriverKnowsMaterializedViews(TestDatabase database)
      throws SQLException {
    try (FreshDatabase fresh = database.create();
        Connection ours = fresh.connect()) {
      Sql.execute(ours, "create table item (id integer primary key)");
      Sql.execute(ours, "create materialized view items refresh on commit as select id from item");
      Sql.execute(ours, "insert into item values (7)");
      assertThat(number(ours, "select id from items")).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @MethodSource("org.mview.conformance.TestDatabases#chosen")
  void eachOneCreatedIsEmpty(TestDatabase database) throws SQLException {
    for (int i = 0; i < 2; i++) {
      try (FreshDatabase fresh = database.create();
          Connection ours = fresh.connect()) {
        Sql.execute(ours, "create table item (id integer primary key)");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.mview.conformance.TestDatabases#chosen")
  void nothingIsLeftOfOneThatIsClosed(TestDatabase database) throws SQLException {
    FreshDatabase fresh = database.create();
    String url = fresh.rawUrl();
    fresh.close();
    if (url.startsWith(SQLITE)) {
      assertThat(Files.exists(Path.of(url.substring(SQLITE.length())).getParent())).isFalse();
    } else {
      assertThatThrownBy(() -> DriverManager.getConnection(url))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(does not exist|Unknown database|not found).*");
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
