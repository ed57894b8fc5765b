package org.mview.generated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often everything has happened; scripts that run beside each other count together. */
final class Coverage {
  private final Map<StatementClass, int[]> statements = new EnumMap<>(StatementClass.class);
  private final Map<ViewClass, Views> classes = new EnumMap<>(ViewClass.class);
  private final Map<Feature, Views> features = new EnumMap<>(Feature.class);
  private final Map<String, Integer> declared = new TreeMap<>();
  private int comparisons;
  private int foretold;

  /** Views that have something in common. */
  private static final class Views {
    /** Whole reasons, by what they have in common. */
    private final Map<String, List<String>> reasons = new TreeMap<>();

    private int created;
    private int fast;
    private int complete;

    void create(String reason) {
      created++;
      if (!reason.isEmpty()) {
        String common = reason.replaceFirst("(?s): .*", "");
        reasons.computeIfAbsent(common, c -> new ArrayList<>()).add(reason);
      }
    }

    void refresh(String type) {
      fast += type.equals("FAST") ? 1 : 0;
      complete += type.equals("COMPLETE") ? 1 : 0;
    }

    @Override
    public String toString() {
      String most =
          reasons.values().stream()
              .max(Comparator.comparingInt(List::size))
              .map(alike -> "   %d × such as: %s".formatted(alike.size(), alike.get(0)))
              .orElse("");
      return "%,7d %,7d fast %,7d complete%s".formatted(created, fast, complete, most);
    }
  }

  synchronized void count(Step step, Answer answer) {
    int[] counts = statements.computeIfAbsent(step.kind(), k -> new int[2]);
    counts[0]++;
    counts[1] += answer.hasFailed() ? 0 : 1;
  }

  /**
   * Counts a view that was created with a warning, if there was one: it says why it is not fast.
   */
  synchronized void count(ViewModel view, String warning) {
    String reason = reason(warning);
    of(view.kind()).create(reason);
    view.contents().forEach(feature -> of(feature).create(reason));
    declared.merge((view.method() + view.mode()).strip(), 1, Integer::sum);
  }

  private static String reason(String warning) {
    return warning.replaceFirst("^.*? can only be refreshed completely: ", "");
  }

  synchronized void countRefresh(ViewModel view, String type) {
    of(view.kind()).refresh(type);
    view.contents().forEach(feature -> of(feature).refresh(type));
  }

  private Views of(ViewClass kind) {
    return classes.computeIfAbsent(kind, k -> new Views());
  }

  private Views of(Feature feature) {
    return features.computeIfAbsent(feature, f -> new Views());
  }

  synchronized void countComparison() {
    comparisons++;
  }

  /** Counts refreshes that did what EXPLAIN_MVIEW had said. */
  synchronized void countForetold(int views) {
    foretold += views;
  }

  synchronized int foretold() {
    return foretold;
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
    return of(kind).created;
  }

  synchronized int created(Feature feature) {
    return of(feature).created;
  }

  synchronized int fast(ViewClass kind) {
    return of(kind).fast;
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d changes of rows, %,d comparisons, %,d refreshes as foretold%n"
            .formatted(changes(), comparisons, foretold));
    statements.forEach(
        (kind, n) -> text.append("  %-32s %,9d, %,9d succeeded%n".formatted(kind, n[0], n[1])));
    declared.forEach((how, n) -> text.append("  %-32s %,9d%n".formatted(how, n)));
    text.append("views, and how their refreshes were done\n");
    classes.forEach((kind, views) -> text.append("  %-32s %s%n".formatted(kind, views)));
    text.append("what is in them\n");
    features.forEach((feature, views) -> text.append("  %-32s %s%n".formatted(feature, views)));
    return text.toString();
  }
}
