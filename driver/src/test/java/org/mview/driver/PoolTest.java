package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mview.driver.wrap.MViewConnection;
import org.sqlite.SQLiteConnection;

/** HikariCP over us, by URL and by data source, and under us. */
class PoolTest {
  private static final String OURS = "jdbc:mview:sqlite::memory:";

  private final HikariConfig config = new HikariConfig();
  private HikariDataSource pool;

  enum Place {
    OVER_OUR_URL,
    OVER_OUR_DATA_SOURCE,
    UNDER_US
  }

  private DataSource source(Place place) {
    config.setMaximumPoolSize(1);
    switch (place) {
      case OVER_OUR_URL -> config.setJdbcUrl(OURS);
      case OVER_OUR_DATA_SOURCE -> config.setDataSource(new MViewDataSource(OURS));
      case UNDER_US -> config.setJdbcUrl("jdbc:sqlite::memory:");
    }
    pool = new HikariDataSource(config);
    return place == Place.UNDER_US ? MViewDataSource.over(pool) : pool;
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @EnumSource
  void noPathLeadsOutOfTheConnectionThatWasGiven(Place place) throws SQLException {
    try (Connection connection = source(place).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1")) {
      assertThat(statement.getConnection()).isSameAs(connection);
      assertThat(rows.getStatement()).isSameAs(statement);
      assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
      assertThat(connection.isWrapperFor(MViewConnection.class)).isTrue();
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedConnectionGoesBackAndIsResetForTheNext(Place place) throws SQLException {
    DataSource source = source(place);
    SQLiteConnection real;
    try (Connection first = source.getConnection()) {
      real = first.unwrap(SQLiteConnection.class);
      first.createStatement().execute("create table t(a integer)");
      first.setAutoCommit(false);
      first.createStatement().execute("insert into t values (1)");
    }
    try (Connection second = source.getConnection()) {
      assertThat(second.unwrap(SQLiteConnection.class)).isSameAs(real);
      assertThat(second.getAutoCommit()).isTrue();
      ResultSet rows = second.createStatement().executeQuery("select count(*) from t");
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedConnectionStaysClosed(Place place) throws SQLException {
    DataSource source = source(place);
    Connection connection = source.getConnection();
    connection.close();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    try (Connection next = source.getConnection()) {
      assertThat(connection.isClosed()).isTrue();
      assertThat(next.isClosed()).isFalse();
    }
  }
}
