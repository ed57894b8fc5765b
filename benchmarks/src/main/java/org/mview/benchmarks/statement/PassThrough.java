package org.mview.benchmarks.statement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;

/** Statements that are nothing to us, by the raw driver and by ours. */
public final class PassThrough {
  private PassThrough() {}

  /** One comparison for each kind of statement. */
  public static List<Comparison> comparisons() {
    return List.of(
        comparison("point-query", "prepared query of one row", 1.03, PointQuery::new),
        comparison("batch-insert", "batch of 1,000 inserts, and commit", 1.03, BatchInsert::new),
        comparison("scan", "reading 10,000 rows of 10 values", 1.02, Scan::new));
  }

  private static Comparison comparison(
      String name, String operation, double target, Workload workload) {
    List<Variant> variants =
        Stream.of(Way.values()).map(way -> variant(way, target, workload)).toList();
    return new Comparison(name, operation, Effort.MANY, variants);
  }

  private static Variant variant(Way way, double target, Workload workload) {
    Variant.Opening opening = workspace -> workload.on(way.open(workspace.own()));
    return way.isRaw()
        ? Variant.of(way.title(), opening)
        : Variant.within(target, way.title(), opening);
  }

  @FunctionalInterface
  private interface Workload {
    Subject on(Connection connection) throws SQLException;
  }
}
