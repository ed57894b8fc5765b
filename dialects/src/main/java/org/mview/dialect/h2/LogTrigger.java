package org.mview.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.ErrorCode;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Writes each image of a changed row to a log: −1 for the one that vanished, 1 for the one that
 * appeared. H2 makes it, and calls it on the connection that changes the row.
 *
 * <p>It has to be in the class path of the database, and is found by its name.
 */
public final class LogTrigger implements Trigger {

  private String schema = "";
  private String log = "";

  /** Of all sessions; read again when the log has other columns. */
  private volatile @Nullable LogLayout layout;

  /** Made by the database. */
  public LogTrigger() {}

  /** The names of the table and of the trigger may be others, as long as the table is altered. */
  @Override
  public void init(
      Connection connection,
      String schemaName,
      String triggerName,
      String tableName,
      boolean before,
      int type) {
    schema = schemaName;
    log = OwnTrigger.LOG.tableIn(triggerName);
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    LogLayout known = layout;
    if (known == null) {
      known = read(connection);
    }
    if (before != null && after != null && !known.differs(before, after)) {
      if (Arrays.deepEquals(before, after) || known.isCurrent(connection)) {
        return;
      }
      known = read(connection);
    }
    try {
      write(connection, known, before, after);
    } catch (SQLException e) {
      if (e.getErrorCode() != ErrorCode.COLUMN_COUNT_DOES_NOT_MATCH) {
        throw e;
      }
      write(connection, read(connection), before, after);
    }
  }

  private LogLayout read(Connection connection) throws SQLException {
    LogLayout read = LogLayout.read(connection, schema, OwnTrigger.LOG.nameFor(log), log);
    layout = read;
    return read;
  }

  private static void write(
      Connection connection,
      LogLayout layout,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(layout.insert())) {
      if (before != null) {
        boolean update = after != null;
        layout.set(insert, update ? "U" : "D", update ? "U" : "O", -1, before);
        insert.executeUpdate();
      }
      if (after != null) {
        layout.set(insert, before == null ? "I" : "U", "N", 1, after);
        insert.executeUpdate();
      }
    }
  }
}
