package org.mview.driver.transparency;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in this process, and the spelling of what the scripts need of it. */
enum Database {
  SQLITE("sqlite::memory:", "integer primary key autoincrement", "?"),
  H2("h2:mem:", "integer auto_increment primary key", "cast(? as varchar)");

  private final String url;
  private final String key;
  private final String parameter;

  Database(String url, String key, String parameter) {
    this.url = url;
    this.key = key;
    this.parameter = parameter;
  }

  /** A new, empty database. */
  Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:" + url);
  }

  /** A new, empty database, through our driver. */
  Connection wrapped() throws SQLException {
    return DriverManager.getConnection("jdbc:mview:" + url);
  }

  /** A parameter that any value can be set to. */
  String parameter() {
    return parameter;
  }

  /** Makes the table of the scripts, with three rows. */
  void makeItems(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table item(
            id %s, name varchar(20) unique, price decimal(10, 2), made timestamp,
            data blob, note clob, good boolean)
          """
              .formatted(key));
      statement.execute(
          """
          insert into item(name, price, made, data, note, good) values
            ('bolt', 1.50, '2024-02-29 10:20:30', x'0102', 'long', true),
            (null, null, null, null, null, null),
            ('7', 7, '2024-02-29 10:20:30', x'07', '7', false)
          """);
    }
  }
}
