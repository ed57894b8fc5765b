package org.mview.delta;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.algebra.Tree;

/** Plans, and what is kept of a view, as text: a line for each step, what it reads below it. */
final class PlanText {
  private PlanText() {}

  static String of(RefreshPlan plan) {
    String steps = plan.steps().stream().map(PlanText::step).collect(Collectors.joining());
    return steps + plan.otherwise().map(other -> "otherwise\n" + of(other).indent(2)).orElse("");
  }

  private static String step(Step step) {
    if (step instanceof Step.Keep keep) {
      return "keep " + keep.as().name() + "\n" + Tree.of(keep.rows()).indent(2);
    } else if (step instanceof Step.DeleteAll) {
      return "delete all\n";
    } else if (step instanceof Step.DeleteAmong delete) {
      String conditions =
          delete.conditions().isEmpty() ? "" : " if " + list(delete.conditions(), " and ");
      return "delete %s among %s%s\n"
              .formatted(list(delete.on(), ", "), list(delete.by(), ", "), conditions)
          + Tree.of(delete.keys()).indent(2);
    } else if (step instanceof Step.DeleteCopies delete) {
      return "delete copies\n" + Tree.of(delete.signed()).indent(2);
    } else if (step instanceof Step.Insert insert) {
      return "insert\n" + Tree.of(insert.rows()).indent(2);
    }
    Step.Merge merge = (Step.Merge) step;
    return "merge by %s\n".formatted(list(merge.key(), ", "))
        + merge.updates().stream().map(item -> "  set " + item + "\n").collect(Collectors.joining())
        + Tree.of(merge.rows()).indent(2);
  }

  /** The way, the columns, and the query of what is kept. */
  static String of(Kept kept) {
    return "%s by %s%s, shows %s, hides %s\n"
            .formatted(
                way(kept.way()),
                list(kept.identity(), ", "),
                kept.unique() ? "" : " (not unique)",
                list(kept.visibleColumns(), ", "),
                kept.hiddenColumns().isEmpty() ? "nothing" : list(kept.hiddenColumns(), ", "))
        + Tree.of(kept.content()).indent(2);
  }

  private static String way(Way way) {
    if (way instanceof Way.Groups groups) {
      return groups.merge().map(PlanText::merge).orElse("groups read again");
    }
    return way instanceof Way.Rows ? "rows" : "bag";
  }

  private static String merge(Way.Merge merge) {
    String kept =
        merge.accumulators().stream()
            .map(a -> a.stored() + " = " + a.function() + a.count().map(c -> " of " + c).orElse(""))
            .collect(Collectors.joining(", "));
    String derived = merge.derived().isEmpty() ? "" : "; " + list(merge.derived(), ", ");
    return "groups merged (%s%s)".formatted(kept, derived);
  }

  private static String list(List<?> items, String separator) {
    return items.isEmpty()
        ? "nothing"
        : items.stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
