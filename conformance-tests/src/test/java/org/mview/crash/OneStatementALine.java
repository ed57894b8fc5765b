package org.mview.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.mview.conformance.Sql;

/**
 * An application that is a process of its own, and does what it is told: {@code connect} opens a
 * connection, which all following statements use; a line that begins with SELECT is answered by the
 * first column of all rows, any other by "done".
 */
final class OneStatementALine {
  private OneStatementALine() {}

  /**
   * Does what it is told, until there is nothing more.
   *
   * @param arguments our URL
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Connection connection = connect(arguments[0]);
    String line;
    while ((line = input.readLine()) != null) {
      if (line.equals("connect")) {
        connection = connect(arguments[0]);
        System.out.println("done");
      } else {
        System.out.println(answer(connection, line));
      }
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, Words.of(url).properties());
  }

  private static String answer(Connection connection, String sql) {
    try {
      if (sql.startsWith("SELECT")) {
        return Sql.rows(connection, sql).toString();
      }
      Sql.execute(connection, sql);
      return "done";
    } catch (SQLException e) {
      return "error " + e.getErrorCode() + " " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }
}
