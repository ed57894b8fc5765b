package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.mview.driver.wrap.MViewConnection;
import org.sqlite.SQLiteDataSource;

class MViewDataSourceTest {
  @Test
  void byUrl() throws SQLException {
    try (Connection connection =
        new MViewDataSource("jdbc:mview:sqlite::memory:").getConnection()) {
      assertThat(connection).isInstanceOf(MViewConnection.class);
    }
  }

  @Test
  void asABean() throws SQLException {
    MViewDataSource source = new MViewDataSource();
    Properties properties = new Properties();
    properties.setProperty("mview.autoLog", "false");
    source.setProperties(properties);
    source.setUrl("jdbc:mview:h2:mem:");
    source.setUser("me");
    source.setPassword("secret");
    assertThat(source.getUrl()).isEqualTo("jdbc:mview:h2:mem:");
    assertThat(properties).hasSize(1);
    try (Connection connection = source.getConnection()) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("ME");
    }
    try (Connection connection = source.getConnection("you", "secret")) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("YOU");
    }
  }

  @Test
  void withoutAUrlOfOursItSaysWhatIsMissing() {
    assertThatThrownBy(new MViewDataSource()::getConnection)
        .hasMessageContaining("begins with jdbc:mview:");
    assertThatThrownBy(new MViewDataSource("jdbc:sqlite:x")::getConnection)
        .hasMessageContaining("begins with jdbc:mview:");
  }

  @Test
  void overAnother() throws SQLException {
    SQLiteDataSource real = new SQLiteDataSource();
    real.setUrl("jdbc:sqlite::memory:");
    DataSource source = MViewDataSource.over(real);
    try (Connection connection = source.getConnection()) {
      assertThat(connection).isInstanceOf(MViewConnection.class);
    }
    assertThat(source.unwrap(SQLiteDataSource.class)).isSameAs(real);
    assertThat(source.isWrapperFor(SQLiteDataSource.class)).isTrue();
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
    source.setLoginTimeout(7);
    assertThat(source.getLoginTimeout()).isEqualTo(real.getLoginTimeout());
  }

  @Test
  void overAnotherWithAUser() throws SQLException {
    JdbcDataSource real = new JdbcDataSource();
    real.setUrl("jdbc:h2:mem:");
    try (Connection connection = MViewDataSource.over(real).getConnection("you", "secret")) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("YOU");
    }
  }

  @Test
  void overAnotherWithPropertiesOfOurs() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("mview.compatibility", "oracle");
    assertThat(MViewDataSource.over(new SQLiteDataSource(), properties)).isNotNull();
    properties.setProperty("user", "me");
    assertThatThrownBy(() -> MViewDataSource.over(new SQLiteDataSource(), properties))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("user");
  }
}
