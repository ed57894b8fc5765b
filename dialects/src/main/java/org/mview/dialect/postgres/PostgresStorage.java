package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.mview.sql.Identifier;
import org.mview.sql.Storage;

/** How PostgreSQL is told to store a table. */
final class PostgresStorage {
  private static final String TABLESPACE = "SELECT FROM pg_catalog.pg_tablespace WHERE spcname = ?";

  private static final String METHOD =
      "SELECT FROM pg_catalog.pg_am WHERE amtype = 't' AND amname = ?";

  /** Pages are filled at least so far, in percent. */
  private static final int LEAST_FILLED = 10;

  private static final int MOST_WORKERS = 1024;

  private PostgresStorage() {}

  /** A template; empty where there is none of this name, or no such number. */
  static Optional<String> statement(Connection connection, Storage storage) throws SQLException {
    if (storage instanceof Storage.Tablespace tablespace) {
      return isThere(connection, TABLESPACE, tablespace.name())
          ? altered("SET TABLESPACE " + NAMES.quoted(tablespace.name().text()))
          : Optional.empty();
    } else if (storage instanceof Storage.Method method) {
      return isThere(connection, METHOD, method.name())
          ? altered("SET ACCESS METHOD " + NAMES.quoted(method.name().text()))
          : Optional.empty();
    } else if (storage instanceof Storage.FreeSpace free) {
      int filled = 100 - free.percent();
      return filled >= LEAST_FILLED
          ? altered("SET (fillfactor = %s)".formatted(filled))
          : Optional.empty();
    } else if (storage instanceof Storage.Workers workers) {
      return workers.number() <= MOST_WORKERS
          ? altered("SET (parallel_workers = %s)".formatted(workers.number()))
          : Optional.empty();
    } else if (storage instanceof Storage.Parameters parameters) {
      return altered("SET " + parameters.text());
    }
    return Optional.empty();
  }

  private static Optional<String> altered(String change) {
    return Optional.of("ALTER TABLE %s " + change.replace("%", "%%"));
  }

  private static boolean isThere(Connection connection, String query, Identifier name)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(query)) {
      find.setString(1, name.text());
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }
}
