package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.mview.sql.Storage;

/** How MySQL and MariaDB are told to store a table. */
final class MysqlStorage {
  /** Of a tablespace that CREATE TABLESPACE has made, and not of that of one table. */
  private static final String TABLESPACE =
      "SELECT 1 FROM information_schema.innodb_tablespaces WHERE NAME = ? AND SPACE_TYPE = 'General'";

  /** Wants the right PROCESS, which not every account has. */
  private static final int NOT_ALLOWED = 1227;

  private MysqlStorage() {}

  /** A template; empty where there is none of this name, or nobody tells. */
  static Optional<String> statement(Connection connection, Storage storage, String compressed)
      throws SQLException {
    if (storage instanceof Storage.Compressed) {
      return Optional.of("ALTER TABLE %s " + compressed);
    } else if (storage instanceof Storage.Tablespace tablespace) {
      String name = tablespace.name().text();
      return isThere(connection, name)
          ? Optional.of(
              "ALTER TABLE %s TABLESPACE = " + MysqlNames.NAMES.quoted(name).replace("%", "%%"))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isThere(Connection connection, String name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(TABLESPACE)) {
      find.setString(1, name);
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == NOT_ALLOWED) {
        return false;
      }
      throw e;
    }
  }
}
