package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All randomness of a test: the same seed gives the same test. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** Whether something happens that does so in this many of a hundred cases. */
  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number between these, inclusive. */
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** So many of the choices, each at most once, in any order. */
  <T> List<T> some(int count, List<T> choices) {
    List<T> left = new ArrayList<>(choices);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && !left.isEmpty()) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }
}
