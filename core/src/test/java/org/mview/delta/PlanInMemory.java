package org.mview.delta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.delta.Bag.Row;
import org.mview.sql.Column;

/** Carries out a refresh plan on a container in memory, for tests. */
final class PlanInMemory {
  private final Kept kept;
  private final Bag container;
  private final Map<String, Bag> stored = new HashMap<>();
  private final Meaning meaning;

  PlanInMemory(Kept kept, Bag container, Map<String, Bag> tables, Map<String, Bag> changes) {
    this.kept = kept;
    this.container = container;
    stored.put(Step.CONTAINER, container);
    meaning = new Meaning(tables, changes, stored);
  }

  /** Runs the plan, or, when a value is not exact, the other one. */
  void run(RefreshPlan plan) {
    Bag copy = new Bag();
    copy.addAll(container, 1);
    try {
      plan.steps().forEach(this::run);
    } catch (Meaning.Inexact e) {
      container.clear();
      container.addAll(copy, 1);
      run(plan.otherwise().orElseThrow());
    }
  }

  private void run(Step step) {
    if (step instanceof Step.Keep keep) {
      stored.put(keep.as().name(), meaning.of(keep.rows()));
    } else if (step instanceof Step.DeleteAll) {
      container.clear();
    } else if (step instanceof Step.Insert insert) {
      meaning.of(insert.rows()).forEach(this::insert);
    } else if (step instanceof Step.DeleteAmong delete) {
      deleteAmong(delete);
    } else if (step instanceof Step.DeleteCopies delete) {
      meaning.of(delete.signed()).forEach((row, weight) -> container.add(row, Math.min(weight, 0)));
    } else {
      merge((Step.Merge) step);
    }
  }

  private void insert(Row row, long weight) {
    if (weight < 0) {
      throw new IllegalStateException("inserts " + row + " " + weight + " times");
    }
    container.add(row, weight);
  }

  private void deleteAmong(Step.DeleteAmong delete) {
    Bag keys = meaning.of(delete.keys());
    for (Row row : container.rows()) {
      Bound values = new Bound(kept.columns(), row);
      for (Row key : keys.rows()) {
        Bound both = new Bound(delete.keys().columns(), key).and(values);
        if (same(both, delete.by(), delete.on())
            && delete.conditions().stream().allMatch(c -> Meaning.value(c, both).isTrue())) {
          container.add(row, -container.weight(row));
          break;
        }
      }
    }
  }

  private static boolean same(Bound values, List<Column> left, List<Column> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!values.at(left.get(i)).equals(values.at(right.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private void merge(Step.Merge merge) {
    List<Integer> places = merge.key().stream().map(kept.columns()::indexOf).toList();
    meaning
        .of(merge.rows())
        .forEach(
            (row, weight) -> {
              for (long i = 0; i < weight; i++) {
                mergeOne(merge, row, places);
              }
            });
  }

  private void mergeOne(Step.Merge merge, Row row, List<Integer> places) {
    Optional<Row> found =
        container.rows().stream()
            .filter(old -> places.stream().allMatch(p -> old.at(p).equals(row.at(p))))
            .findFirst();
    if (found.isEmpty()) {
      container.add(row, 1);
      return;
    }
    Bound both = new Bound(merge.rows().columns(), row).and(new Bound(kept.columns(), found.get()));
    List<Value> after = new ArrayList<>(found.get().values());
    merge
        .updates()
        .forEach(
            item ->
                after.set(
                    kept.columns().indexOf(item.column()), Meaning.value(item.value(), both)));
    container.add(found.get(), -1);
    container.add(Row.of(after), 1);
  }
}
