package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/** A connection of a test. */
record Session(Connection connection) implements AutoCloseable {
  /** A connection to a database that nobody else uses. */
  static Session fresh() throws SQLException {
    return new Session(DriverManager.getConnection(EmbeddedServer.freshDatabase()));
  }

  /** Another connection to the same database. */
  Session another() throws SQLException {
    return new Session(DriverManager.getConnection(connection.getMetaData().getURL()));
  }

  void run(String... statements) throws SQLException {
    run(List.of(statements));
  }

  void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of a query, their values with a bar between them. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  TableInfo table(String name) throws SQLException {
    return new PostgresTables().find(connection, QualifiedName.of(name)).orElseThrow();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
