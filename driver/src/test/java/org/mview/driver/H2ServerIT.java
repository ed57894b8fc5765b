package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, beside a server of H2, which calls its triggers. */
class H2ServerIT {
  private static final String JAR = System.getProperty("mview.jar");

  private static final List<String> SCRIPT =
      List.of(
          "CREATE TABLE t (id INT PRIMARY KEY, k INT, v INT)",
          "CREATE MATERIALIZED VIEW s REFRESH FAST ON COMMIT AS SELECT k, SUM(v) AS s FROM t GROUP BY k",
          "CREATE MATERIALIZED VIEW m REFRESH COMPLETE ON COMMIT AS SELECT MAX(v) AS v FROM t",
          "INSERT INTO t VALUES (1, 1, 10), (2, 1, 20), (3, 2, 5)",
          "DELETE FROM t WHERE id = 2");

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aServerThatHasItKeepsViews() throws Exception {
    Process server = server(JAR + File.pathSeparator + h2());
    try (Connection connection = DriverManager.getConnection(url(server));
        Statement statement = connection.createStatement()) {
      for (String sql : SCRIPT) {
        statement.execute(sql);
      }
      assertThat(sum(statement, "SELECT SUM(s) FROM s")).isEqualTo(15);
      assertThat(sum(statement, "SELECT v FROM m")).isEqualTo(10);
    } finally {
      end(server);
    }
  }

  @Test
  @Timeout(120)
  void aServerWithoutItIsLeftAsItWas() throws Exception {
    Process server = server(h2());
    try (Connection connection = DriverManager.getConnection(url(server));
        Statement statement = connection.createStatement()) {
      statement.execute(SCRIPT.get(0));
      assertThat(error(statement, SCRIPT.get(1))).contains("LogTrigger");
      statement.execute(SCRIPT.get(3));
      assertThat(sum(statement, "SELECT COUNT(*) FROM t")).isEqualTo(3);
      assertThat(sum(statement, "SELECT COUNT(*) FROM user_mviews")).isZero();
    } finally {
      end(server);
    }
  }

  private static String error(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static int sum(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  private Process server(String classPath) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString(), "-cp", classPath);
    builder.command().add("org.h2.tools.Server");
    builder.command().addAll(List.of("-tcp", "-tcpPort", "0", "-ifNotExists"));
    builder.command().addAll(List.of("-baseDir", folder.toString()));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Says where it listens, when it does. */
  private static String url(Process server) throws IOException {
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    String port = String.valueOf(lines.readLine()).replaceAll(".*:(\\d+).*", "$1");
    return "jdbc:mview:h2:tcp://localhost:%s/./db".formatted(port);
  }

  private static void end(Process server) throws InterruptedException {
    server.destroyForcibly();
    server.waitFor();
  }

  private static String h2() throws URISyntaxException {
    return Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
