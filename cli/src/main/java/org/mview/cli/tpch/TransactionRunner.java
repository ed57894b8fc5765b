package org.mview.cli.tpch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carries out changes on a connection; each statement is prepared once. */
public final class TransactionRunner implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

  /** A runner on this connection, which stays the caller's to close. */
  public TransactionRunner(Connection connection) {
    this.connection = connection;
  }

  /**
   * Carries out the changes; the caller begins and ends the transaction.
   *
   * @return how many rows were changed, by table
   */
  public Map<String, Long> apply(Transaction transaction) throws SQLException {
    Map<String, Long> changedRows = new LinkedHashMap<>();
    for (Change change : transaction.changes()) {
      changedRows.merge(change.table(), apply(change), Long::sum);
    }
    return changedRows;
  }

  private long apply(Change change) throws SQLException {
    PreparedStatement statement = statement(change.sql());
    for (int i = 0; i < change.parameters().size(); i++) {
      statement.setObject(i + 1, change.parameters().get(i));
    }
    return statement.executeUpdate();
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }
}
