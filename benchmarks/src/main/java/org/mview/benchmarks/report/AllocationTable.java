package org.mview.benchmarks.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** What JMH's profiler of the garbage collector has counted, as a section with a table. */
public final class AllocationTable {
  private static final String HEADING =
      """
      ### allocation: bytes that an operation allocates in Java, by JMH

      | operation | way | bytes | more than raw |
      |---|---|---:|---:|
      """;

  private AllocationTable() {}

  /** The section, in Markdown; the first way of each operation is the raw one. */
  public static String of(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder(HEADING);
    Map<String, Double> raw = new TreeMap<>();
    for (RunResult result : results) {
      String operation = result.getPrimaryResult().getLabel();
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      raw.putIfAbsent(operation, bytes);
      String way = result.getParams().getParam("way");
      table.append(row(operation, way, bytes, bytes - raw.get(operation)));
    }
    return table.toString();
  }

  private static String row(String operation, String way, double bytes, double more) {
    return String.format(Locale.ROOT, "| %s | %s | %,.0f | %,.0f |%n", operation, way, bytes, more);
  }
}
