package org.mview.generated;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often everything has happened; scripts that run beside each other count together. */
final class Coverage {
  private final Map<StatementClass, int[]> statements = new EnumMap<>(StatementClass.class);
  private final Map<ViewClass, int[]> views = new EnumMap<>(ViewClass.class);
  private final Map<String, Integer> declared = new TreeMap<>();
  private int comparisons;

  synchronized void count(Step step, Answer answer) {
    int[] counts = statements.computeIfAbsent(step.kind(), k -> new int[2]);
    counts[0]++;
    counts[1] += answer.hasFailed() ? 0 : 1;
  }

  synchronized void count(ViewModel view) {
    views.computeIfAbsent(view.kind(), k -> new int[2])[0]++;
    declared.merge((view.method() + view.mode()).strip(), 1, Integer::sum);
  }

  synchronized void countFast(ViewModel view) {
    views.computeIfAbsent(view.kind(), k -> new int[2])[1]++;
  }

  synchronized void countComparison() {
    comparisons++;
  }

  /** Statements that change rows. */
  synchronized int changes() {
    return statements.entrySet().stream()
        .filter(e -> e.getKey().changesRows())
        .mapToInt(e -> e.getValue()[0])
        .sum();
  }

  synchronized int succeeded(StatementClass kind) {
    return statements.getOrDefault(kind, new int[2])[1];
  }

  synchronized int created(ViewClass kind) {
    return views.getOrDefault(kind, new int[2])[0];
  }

  synchronized int fast(ViewClass kind) {
    return views.getOrDefault(kind, new int[2])[1];
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append("%,d changes of rows, %,d comparisons%n".formatted(changes(), comparisons));
    statements.forEach(
        (kind, n) -> text.append("  %-20s %,9d, %,9d succeeded%n".formatted(kind, n[0], n[1])));
    views.forEach(
        (kind, n) ->
            text.append("  %-20s %,9d, %,9d fast refreshes%n".formatted(kind, n[0], n[1])));
    declared.forEach((how, n) -> text.append("  %-20s %,9d%n".formatted(how, n)));
    return text.toString();
  }
}
