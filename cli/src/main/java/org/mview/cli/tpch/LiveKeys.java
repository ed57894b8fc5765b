package org.mview.cli.tpch;

import java.util.List;
import java.util.Random;

/** Keys of rows that exist; any of them is found, added and taken out at once. */
final class LiveKeys {
  private final List<Long> keys;

  LiveKeys(List<Long> keys) {
    this.keys = keys;
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  void add(long key) {
    keys.add(key);
  }

  long pick(Random random) {
    return keys.get(random.nextInt(keys.size()));
  }

  /** Picks a key that will not be picked again; the last one takes its place. */
  long take(Random random) {
    int place = random.nextInt(keys.size());
    long last = keys.remove(keys.size() - 1);
    return place == keys.size() ? last : keys.set(place, last);
  }
}
