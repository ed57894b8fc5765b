package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.driver.wrap.MViewConnection;

class MViewDriverTest {
  private final Driver driver = new MViewDriver();

  @Test
  void theDriverManagerFindsIt() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:mview:sqlite::memory:")) {
      assertThat(connection).isInstanceOf(MViewConnection.class);
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:sqlite::memory:");
      assertThat(connection.getMetaData().getDriverName()).isEqualTo("SQLite JDBC");
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
    }
  }

  @Test
  void theServiceLoaderFindsIt() {
    assertThat(ServiceLoader.load(Driver.class)).hasAtLeastOneElementOfType(MViewDriver.class);
  }

  @Test
  void theRealDriverGetsItsOwnProperties() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "sa");
    properties.setProperty("mview.autoLog", "FALSE");
    try (Connection connection = driver.connect("jdbc:mview:h2:mem:;MODE=MySQL", properties)) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("SA");
    }
  }

  @Test
  void aForeignUrlIsNotOurs() throws SQLException {
    assertThat(driver.acceptsURL("jdbc:sqlite::memory:")).isFalse();
    assertThat(driver.acceptsURL(null)).isFalse();
    assertThat(driver.connect("jdbc:sqlite::memory:", new Properties())).isNull();
    assertThat(driver.getPropertyInfo("jdbc:sqlite:", new Properties())).isEmpty();
    assertThat(driver.acceptsURL("jdbc:mview:anything")).isTrue();
  }

  @Test
  void aMissingDriverIsNamedByItsJarAndThePasswordIsNot() {
    SQLException error =
        catchThrowableOfType(
            SQLException.class,
            () ->
                driver.connect(
                    "jdbc:mview:postgresql://me:secret@h/d?password=secret", new Properties()));
    assertThat(error.getMessage())
        .isEqualTo(
            "ORA-17067: no JDBC driver takes a URL that begins with 'jdbc:postgresql:':"
                + " add the jar org.postgresql:postgresql to the class path");
    assertThat(error.getErrorCode()).isEqualTo(17067);
    assertThat((Object) error).isInstanceOf(SQLNonTransientConnectionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mview:nothing:x", "jdbc:mview:", "jdbc:mview:secret"})
  void anUnknownDatabaseHasNoDriver(String url) {
    assertThatThrownBy(() -> driver.connect(url, new Properties()))
        .hasMessageContaining("no JDBC driver")
        .hasMessageNotContaining("secret")
        .hasMessageContaining("mview.driver");
  }

  @Test
  void theRealDriversErrorsComeThrough() {
    String wrong = "h2:mem:;NO_SUCH_SETTING=1";
    SQLException raw =
        catchThrowableOfType(
            SQLException.class, () -> DriverManager.getConnection("jdbc:" + wrong));
    assertThatThrownBy(() -> driver.connect("jdbc:mview:" + wrong, new Properties()))
        .hasSameClassAs(raw)
        .hasMessage(raw.getMessage());
  }

  @Test
  void theDriverCanBeNamed() throws SQLException {
    String url = "jdbc:mview:sqlite::memory:?mview.driver=";
    try (Connection connection = driver.connect(url + "org.sqlite.JDBC", new Properties())) {
      assertThat(connection.getMetaData().getDriverName()).isEqualTo("SQLite JDBC");
    }
    assertThatThrownBy(() -> driver.connect(url + "org.h2.Driver", new Properties()))
        .hasMessageContaining("no JDBC driver takes");
    assertThatThrownBy(() -> driver.connect(url + "java.lang.String", new Properties()))
        .hasMessageContaining("java.lang.String is no driver")
        .hasCauseInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> driver.connect(url + "not.There", new Properties()))
        .hasMessageContaining("not.There is no driver")
        .hasCauseInstanceOf(ClassNotFoundException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "mview.autoLog=maybe, 'mview.autoLog is not valid: it is one of true, false'",
    "mview.autoLog, 'mview.autoLog is not valid: it is one of true, false'",
    "mview.compatibility=db2, 'mview.compatibility is not valid: it is one of extended, oracle'",
    "mview.floatSums=x, 'mview.floatSums is not valid: it is one of recompute, additive'",
    "mview.x=y, 'mview.x is not valid: the properties are mview.driver, mview.compatibility'"
  })
  void aWrongPropertyIsRefused(String property, String message) {
    assertThatThrownBy(
            () -> driver.connect("jdbc:mview:sqlite::memory:?" + property, new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(message);
  }

  @Test
  void itTellsItsPropertiesAndThoseOfTheRealDriver() throws SQLException {
    DriverPropertyInfo[] infos =
        driver.getPropertyInfo("jdbc:mview:sqlite::memory:?mview.autoLog=false", new Properties());
    assertThat(infos).extracting(info -> info.name).contains("mview.compatibility", "cache_size");
    DriverPropertyInfo autoLog = named("mview.autoLog", infos);
    assertThat(autoLog.value).isEqualTo("false");
    assertThat(autoLog.choices).containsExactly("true", "false");
    assertThat(autoLog.description).endsWith(".");
    assertThat(autoLog.required).isFalse();
    assertThat(named("mview.compatibility", infos).value).isEqualTo("extended");
    assertThat(named("mview.driver", infos).choices).isNull();
  }

  @Test
  void withoutARealDriverItTellsItsOwnProperties() throws SQLException {
    assertThat(driver.getPropertyInfo("jdbc:mview:nothing:x", null))
        .hasSameSizeAs(ConnectionProperty.ALL);
  }

  private static DriverPropertyInfo named(String name, DriverPropertyInfo[] infos) {
    return Arrays.stream(infos).filter(info -> info.name.equals(name)).findFirst().orElseThrow();
  }

  @Test
  void itsVersionIsThatOfTheBuild() {
    assertThat(Version.of("12.34.5-SNAPSHOT")).isEqualTo(new Version(12, 34));
    assertThat(driver.getMajorVersion()).isEqualTo(Version.OURS.major());
    assertThat(driver.getMinorVersion()).isEqualTo(Version.OURS.minor());
    assertThat(driver.jdbcCompliant()).isFalse();
  }
}
