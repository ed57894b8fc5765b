package org.mview.conformance.scenario;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement.
 *
 * @param changes the update count; -1 where there was none
 * @param rows empty when the statement answered with none
 */
record Sent(
    Optional<SQLException> failure, List<SQLWarning> warnings, int changes, Optional<Table> rows) {

  /** MySQL 8.0.15 warns of the texts of its own information_schema, whoever reads it. */
  private static final int OF_MYSQL_ITSELF = 3719;

  /** Sends a text; with autocommit off, COMMIT and ROLLBACK are JDBC's methods. */
  static Sent execute(Connection connection, String sql) throws SQLException {
    connection.clearWarnings();
    try (Statement statement = connection.createStatement()) {
      if (!connection.getAutoCommit() && sql.equalsIgnoreCase("commit")) {
        connection.commit();
      } else if (!connection.getAutoCommit() && sql.equalsIgnoreCase("rollback")) {
        connection.rollback();
      } else if (statement.execute(sql)) {
        return answered(connection, statement);
      } else {
        return done(connection, statement, statement.getUpdateCount());
      }
      return done(connection, statement, -1);
    } catch (SQLException e) {
      return failed(e);
    }
  }

  private static Sent answered(Connection connection, Statement statement) throws SQLException {
    Table rows;
    try (ResultSet result = statement.getResultSet()) {
      rows = Answer.read(result);
    }
    return new Sent(Optional.empty(), warnings(connection, statement), -1, Optional.of(rows));
  }

  /** Sends a prepared statement once for each row of parameters. */
  static Sent prepared(
      Connection connection, String sql, List<List<Cell>> parameters, boolean asBatch) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int changes = 0;
      for (List<Cell> row : parameters) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i).value().orElse(null));
        }
        if (asBatch) {
          statement.addBatch();
        } else {
          changes += statement.executeUpdate();
        }
      }
      int all = asBatch ? Arrays.stream(statement.executeBatch()).sum() : changes;
      return done(connection, statement, all);
    } catch (SQLException e) {
      return failed(e);
    }
  }

  private static Sent done(Connection connection, Statement statement, int changes)
      throws SQLException {
    return new Sent(Optional.empty(), warnings(connection, statement), changes, Optional.empty());
  }

  private static Sent failed(SQLException failure) {
    return new Sent(Optional.of(failure), List.of(), -1, Optional.empty());
  }

  private static List<SQLWarning> warnings(Connection connection, Statement statement)
      throws SQLException {
    List<SQLWarning> warnings = new ArrayList<>();
    add(statement.getWarnings(), warnings);
    add(connection.getWarnings(), warnings);
    return warnings;
  }

  private static void add(@Nullable SQLWarning first, List<SQLWarning> warnings) {
    @Nullable SQLWarning link = first;
    while (link != null) {
      if (link.getErrorCode() != OF_MYSQL_ITSELF) {
        warnings.add(link);
      }
      link = link.getNextWarning();
    }
  }

  /** What is wrong with it; empty when it is as it should be. */
  Optional<String> difference(Expected expected, NameCase names) {
    if (failure.isPresent() && expected.failure().isEmpty()) {
      return Optional.of("it failed by%n  %s".formatted(Failures.shown(failure.get())));
    } else if (failure.isPresent()) {
      return Failures.difference(expected.failure().get(), failure.get(), names);
    } else if (expected.failure().isPresent()) {
      return Optional.of("%s expected, but it succeeded".formatted(expected.failure().get()));
    } else if (expected.changes().isPresent() && expected.changes().getAsInt() != changes) {
      return Optional.of(
          "%d changed rows expected, but it was %d"
              .formatted(expected.changes().getAsInt(), changes));
    }
    return warningsDifference(expected.warnings(), names);
  }

  private Optional<String> warningsDifference(List<Expected.Warning> expected, NameCase names) {
    List<SQLWarning> left = new ArrayList<>(warnings);
    for (Expected.Warning warning : expected) {
      Optional<SQLWarning> found =
          left.stream().filter(w -> matches(warning, w, names)).findFirst();
      if (found.isEmpty()) {
        return Optional.of("%s expected, but it warned of %s".formatted(warning, warnings));
      }
      left.remove(found.get());
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it warned of [%d] %s".formatted(left.get(0).getErrorCode(), left.get(0).getMessage()));
  }

  private static boolean matches(Expected.Warning expected, SQLWarning actual, NameCase names) {
    return expected.number() == actual.getErrorCode()
        && names.isPart(expected.fragment(), String.valueOf(actual.getMessage()));
  }
}
