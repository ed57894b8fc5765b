package org.mview.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Random;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Workspace;

/** A fast refresh of one view, after a hundred rows have changed. */
final class CostRefresh implements Subject {
  static final Properties IN_MEMORY = inMemory();

  private final Connection connection;
  private final CostTables tables;
  private final Random random = new Random(1);
  private final CallableStatement refresh;

  private CostRefresh(Connection connection, CostTables tables, CostWay way) throws SQLException {
    this.connection = connection;
    this.tables = tables;
    this.refresh =
        connection.prepareCall("{call DBMS_MVIEW.REFRESH('%s', 'F')}".formatted(way.view()));
  }

  /**
   * SQLite keeps two megabytes of a file otherwise, so that of a larger one it reads a page for
   * nearly every row that it looks up: what would grow is the number of system calls.
   */
  private static Properties inMemory() {
    Properties properties = new Properties();
    properties.setProperty("cache_size", "-1000000");
    return properties;
  }

  /** Of a new view, in a file of its own, all of which stays in memory. */
  static CostRefresh of(CostWay way, CostTables tables, Workspace workspace)
      throws SQLException, IOException {
    Path loaded = workspace.shared().resolve("cost-%d.db".formatted(tables.orders()));
    if (Files.notExists(loaded)) {
      Path unfinished = loaded.resolveSibling("unfinished.db");
      Files.deleteIfExists(unfinished);
      try (Connection connection = new SqliteFile(unfinished).raw()) {
        tables.load(connection);
        Script.run(connection, "PRAGMA journal_mode = DELETE");
      }
      Files.move(unfinished, loaded);
    }
    Path own = Files.copy(loaded, workspace.own().resolve("cost.db"));
    return of(way, tables, new SqliteFile(own).mview(IN_MEMORY));
  }

  /** Of a new view, in a database that has the tables; it is the caller's no longer. */
  static CostRefresh of(CostWay way, CostTables tables, Connection connection) throws SQLException {
    Script.run(connection, way.createIndexes());
    Script.run(connection, "ANALYZE", way.create());
    return new CostRefresh(connection, tables, way);
  }

  @Override
  public void prepare() throws SQLException {
    tables.change(connection, random);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      refresh.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
