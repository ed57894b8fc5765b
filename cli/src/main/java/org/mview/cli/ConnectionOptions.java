package org.mview.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which database, and as whom: the same for every subcommand that connects to one. */
final class ConnectionOptions {
  private static final String OURS = "jdbc:mview:";

  /** Those whose V$MVREFRESH has rows, and where who reads keeps nobody from writing. */
  private static final List<String> TELLING_OF_SESSIONS =
      List.of("postgresql:", "mysql:", "mariadb:", "h2:");

  @Parameters(
      index = "0",
      paramLabel = "URL",
      description = {
        "JDBC URL of the database, such as jdbc:mview:sqlite:file.db;",
        "without \"mview:\" it is the database's own driver."
      })
  private String url = "";

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "User of the database.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = {"-p", "--password"},
      paramLabel = "PASSWORD",
      arity = "0..1",
      interactive = true,
      echo = false,
      defaultValue = "${env:MVIEW_PASSWORD}",
      description = "Ask for the user's password; MVIEW_PASSWORD holds it in scripts.")
  private Optional<String> password = Optional.empty();

  @Option(
      names = {"-P", "--property"},
      paramLabel = "NAME=VALUE",
      description = "A property of the connection; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  String url() {
    return url;
  }

  /**
   * Refuses a URL of another driver.
   *
   * @param command that wants ours
   */
  void checkOurs(CommandSpec command) {
    if (!url.toLowerCase(Locale.ROOT).startsWith(OURS)) {
      throw new ParameterException(
          command.commandLine(),
          "%s asks our driver: the URL must begin with %s".formatted(command.name(), OURS));
    }
  }

  /** Whether another connection can see which views are being refreshed. */
  boolean tellsOfSessions() {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith(OURS)
        && TELLING_OF_SESSIONS.stream()
            .anyMatch(database -> lower.startsWith(database, OURS.length()));
  }

  /** A connection of the caller's, in autocommit. */
  Connection open() throws SQLException {
    try {
      return DriverManager.getConnection(url, properties());
    } catch (SQLException e) {
      throw "08001".equals(e.getSQLState()) && hasNoDriver() ? noDriver(e) : e;
    }
  }

  /** The properties of a connection, with user and password. */
  Properties properties() {
    Properties all = new Properties();
    all.putAll(properties);
    user.ifPresent(name -> all.setProperty("user", name));
    password.ifPresent(secret -> all.setProperty("password", secret));
    return all;
  }

  private boolean hasNoDriver() {
    return DriverManager.drivers().noneMatch(this::takes);
  }

  private boolean takes(java.sql.Driver driver) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      return false;
    }
  }

  private static SQLException noDriver(SQLException cause) {
    return new SQLException(
        "no driver takes this URL; for another database put its driver's jar into MVIEW_CLASSPATH",
        cause.getSQLState(),
        cause);
  }
}
