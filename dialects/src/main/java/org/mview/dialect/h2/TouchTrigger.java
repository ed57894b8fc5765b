package org.mview.dialect.h2;

import static org.mview.dialect.h2.H2Names.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.mview.sql.QualifiedName;

/**
 * Notes that a table has changed, once in each transaction. H2 makes it, and calls it on the
 * connection that changes a row.
 *
 * <p>It has to be in the class path of the database, and is found by its name.
 */
public final class TouchTrigger implements Trigger {

  /** Rows of others do not count: theirs may be taken out before this transaction commits. */
  private static final String NOTE =
      """
      INSERT INTO %1$s (master, view_id, touched, note) \
      SELECT r.master, r.view_id, 1, ? || ' ' || TRANSACTION_ID() FROM %1$s AS r \
      WHERE r.master = ? AND r.touched = 0 AND NOT EXISTS (SELECT 1 FROM %1$s AS o \
      WHERE o.master = r.master AND o.view_id = r.view_id AND o.touched = 1 \
      AND o.note = ? || ' ' || TRANSACTION_ID())""";

  /** Numbers of transactions begin again when the database is opened again. */
  private volatile @Nullable String opened;

  private String note = "";
  private String master = "";

  /** Made by the database. */
  public TouchTrigger() {}

  @Override
  public void init(
      Connection connection,
      String schemaName,
      String triggerName,
      String tableName,
      boolean before,
      int type) {
    note = NOTE.formatted(NAMES.quoted(QualifiedName.of(schemaName, "mview$touch")));
    master = OwnTrigger.TOUCH.tableIn(triggerName);
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    String since = opened;
    if (since == null) {
      since = random(connection);
      opened = since;
    }
    try (PreparedStatement insert = connection.prepareStatement(note)) {
      insert.setString(1, since);
      insert.setString(2, master);
      insert.setString(3, since);
      insert.executeUpdate();
    }
  }

  private static String random(Connection connection) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement("SELECT RANDOM_UUID()");
        ResultSet row = read.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
