package org.mview.benchmarks.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Workspace;
import org.mview.cli.tpch.LoadListener;
import org.mview.cli.tpch.TpchLoader;

/**
 * The tables of TPC-H: loaded once, then copied.
 *
 * @param scaleFactor at 0.1 there are 600,000 lines, at 1 there are 6,000,000
 */
record Tpch(double scaleFactor) {
  static final Tpch TENTH = new Tpch(0.1);
  static final Tpch ONE = new Tpch(1);

  /** A file of its own with these tables. */
  SqliteFile copy(Workspace workspace) throws SQLException, IOException {
    Path loaded = workspace.shared().resolve("tpch-" + scaleFactor + ".db");
    if (Files.notExists(loaded)) {
      load(loaded);
    }
    return new SqliteFile(Files.copy(loaded, workspace.own().resolve("tpch.db")));
  }

  /** Under another name until it is whole. */
  private void load(Path loaded) throws SQLException, IOException {
    Path unfinished = loaded.resolveSibling("unfinished.db");
    Files.deleteIfExists(unfinished);
    try (Connection connection = new SqliteFile(unfinished).raw()) {
      new TpchLoader(connection, scaleFactor, LoadListener.NONE).load();
      Script.run(connection, "ANALYZE", "PRAGMA journal_mode = DELETE");
    }
    Files.move(unfinished, loaded);
  }
}
