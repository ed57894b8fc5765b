package org.mview.cli.tpch;

import io.trino.tpch.TpchEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;

/**
 * Creates the tables of TPC-H and fills them with the rows of the specification's own generator.
 *
 * <p>The generator's comments are cut out of one text of 300 MB, which is made at the first load of
 * a JVM: it takes two seconds and 400 MB of heap.
 */
public final class TpchLoader {
  private static final int ROWS_OF_A_BATCH = 1_000;
  private static final int ROWS_OF_A_TRANSACTION = 100_000;

  private final Connection connection;
  private final double scaleFactor;
  private final LoadListener listener;

  /**
   * A loader; nothing happens yet.
   *
   * @param connection stays the caller's to close; its autocommit is switched while loading
   * @param scaleFactor 1 is about 1 GB; 0.001 is the smallest at which every table has rows that
   *     join
   */
  public TpchLoader(Connection connection, double scaleFactor, LoadListener listener) {
    this.connection = connection;
    this.scaleFactor = scaleFactor;
    this.listener = listener;
  }

  /**
   * Creates all tables, loads them and then creates their indexes.
   *
   * @return how many rows were loaded
   * @throws SQLException when a table exists already, or the database refuses; what was committed
   *     until then stays
   */
  public long load() throws SQLException {
    long rows = 0;
    for (TableDefinition<?> table : TpchTables.ALL) {
      rows += load(table);
    }
    return rows;
  }

  private <E extends TpchEntity> long load(TableDefinition<E> table) throws SQLException {
    listener.begins(table.name(), table.expectedRows(scaleFactor));
    try (Statement ddl = connection.createStatement()) {
      ddl.execute(table.createTable());
      long rows = insertInTransactions(table);
      for (String index : table.createIndexes()) {
        ddl.execute(index);
      }
      return rows;
    }
  }

  private <E extends TpchEntity> long insertInTransactions(TableDefinition<E> table)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      return insert(table);
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private <E extends TpchEntity> long insert(TableDefinition<E> table) throws SQLException {
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      Iterator<E> source = table.rows(scaleFactor).iterator();
      while (source.hasNext()) {
        table.bind(insert, source.next());
        insert.addBatch();
        rows++;
        if (rows % ROWS_OF_A_BATCH == 0) {
          insert.executeBatch();
          listener.loaded(ROWS_OF_A_BATCH);
        }
        if (rows % ROWS_OF_A_TRANSACTION == 0) {
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
      listener.loaded(rows % ROWS_OF_A_BATCH);
    }
    return rows;
  }
}
