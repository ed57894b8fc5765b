package org.mview.delta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mview.delta.Bag.Row;

/** Random rows of the tables of {@link RandomQuery}, and random changes, in tiny domains. */
final class RandomData {
  final Map<String, Bag> before = new HashMap<>();
  final Map<String, Bag> changes = new HashMap<>();
  final Map<String, Bag> now = new HashMap<>();

  /** Approximate numbers occur only if asked for: their sums are exact here, yet not whole. */
  RandomData(Random random, boolean insertsOnly, boolean approximate) {
    for (String table : List.of("a", "b", "c")) {
      boolean keyed = !table.equals("c");
      List<Row> rows = new ArrayList<>();
      for (int i = 0, n = random.nextInt(5); i < n; i++) {
        rows.add(row(random, keyed ? i : random.nextInt(2), approximate));
      }
      Bag change = new Bag();
      boolean changed = random.nextInt(3) > 0;
      if (changed && !insertsOnly) {
        rows.stream().filter(r -> random.nextInt(3) == 0).forEach(r -> change.add(r, -1));
      }
      for (int i = 0, n = changed ? random.nextInt(4) : 0; i < n; i++) {
        change.add(row(random, keyed ? 10 + i : random.nextInt(2), approximate), 1);
      }
      before.put(table, Bag.of(rows));
      changes.put(table, change);
      Bag after = Bag.of(rows);
      after.addAll(change, 1);
      now.put(table, after);
    }
  }

  /** Adds a table, as it was and as it is. */
  void put(String table, List<Bag> beforeAndNow) {
    Bag change = new Bag();
    change.addAll(beforeAndNow.get(1), 1);
    change.addAll(beforeAndNow.get(0), -1);
    before.put(table, beforeAndNow.get(0));
    now.put(table, beforeAndNow.get(1));
    changes.put(table, change);
  }

  private static Row row(Random random, int first, boolean approximate) {
    return Row.of(List.of(Value.of(first), value(random, false), value(random, approximate)));
  }

  private static Value value(Random random, boolean approximate) {
    if (approximate && random.nextInt(6) == 0) {
      return Value.approximate(random.nextInt(3) + 0.5);
    }
    return random.nextInt(4) == 0 ? Value.NULL : Value.of(random.nextInt(3));
  }
}
