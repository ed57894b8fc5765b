package org.mview.benchmarks.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.mview.benchmarks.database.Directories;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Statements that are nothing to us, as JMH measures them. It runs one way after the other, which
 * suits what a busy machine does not change: the bytes that an operation allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StatementBenchmark {
  /** By which driver. */
  @Param public Way way = Way.RAW;

  private Path directory;
  private PointQuery pointQuery;
  private Scan scan;
  private BatchInsert batchInsert;

  /** Each statement has a database of its own. */
  @Setup
  public void open() throws SQLException, IOException {
    directory = Files.createTempDirectory("mview-benchmark");
    pointQuery = new PointQuery(way.open(Files.createDirectory(directory.resolve("query"))));
    scan = new Scan(way.open(Files.createDirectory(directory.resolve("scan"))));
    batchInsert = new BatchInsert(way.open(Files.createDirectory(directory.resolve("batch"))));
  }

  /** Reads one row. */
  @Benchmark
  public int pointQuery() throws SQLException {
    return pointQuery.once();
  }

  /** Reads ten thousand rows. */
  @Benchmark
  public double scan() throws SQLException {
    return scan.once();
  }

  /** Inserts a thousand rows, after those before have been deleted. */
  @Benchmark
  public int batchInsert() throws SQLException {
    batchInsert.prepare();
    return batchInsert.once();
  }

  /** Closes the databases and deletes them. */
  @TearDown
  public void close() throws SQLException, IOException {
    pointQuery.close();
    scan.close();
    batchInsert.close();
    Directories.delete(directory);
  }
}
