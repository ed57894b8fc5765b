package org.mview.database;

import java.util.ArrayList;
import java.util.List;

/** Times statements, one after the other. */
final class Stopwatch {
  private final List<TimedStatement> timed = new ArrayList<>();
  private String running = "";
  private long start;

  void begins(String sql) {
    running = sql;
    start = System.nanoTime();
  }

  void ends() {
    timed.add(new TimedStatement(running, (System.nanoTime() - start) / 1e9));
  }

  /** Those that have ended, in order. */
  List<TimedStatement> timed() {
    return List.copyOf(timed);
  }
}
