package org.mview.generated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes what a query has in it while it is made up. */
final class Contents {
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);
  private final List<Source> sources = new ArrayList<>();
  private int lastAlias;

  void has(Feature feature) {
    features.add(feature);
  }

  /** How rows are sorted, as far as the database knows of it. */
  String direction(String wanted, Idiom idiom) {
    if (!wanted.endsWith(" NULLS LAST")) {
      return wanted;
    } else if (idiom.lacks().contains(Feature.NULLS_LAST)) {
      return wanted.replace(" NULLS LAST", "");
    }
    has(Feature.NULLS_LAST);
    return wanted;
  }

  boolean includes(Feature feature) {
    return features.contains(feature);
  }

  void reads(Source source) {
    sources.add(source);
    features.addAll(source.features());
  }

  /** An alias that nothing else in the query has. */
  String alias(String letter) {
    return letter + ++lastAlias;
  }

  Set<Feature> features() {
    Set<Feature> all = EnumSet.noneOf(Feature.class);
    all.addAll(features);
    if (isDiamond()) {
      all.add(Feature.DIAMOND);
    }
    return all;
  }

  /** The tables and views that are read, also by views that are read. */
  Set<String> bases() {
    Set<String> bases = new HashSet<>();
    sources.forEach(source -> bases.addAll(source.bases()));
    return bases;
  }

  /** Whether a view is read, and what that reads is read by another way, too. */
  private boolean isDiamond() {
    for (Source view : sources) {
      if (view instanceof ViewModel) {
        Set<String> below = new HashSet<>(view.bases());
        below.remove(view.name());
        if (sources.stream().anyMatch(s -> s != view && meets(below, s.bases()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meets(Set<String> some, Set<String> others) {
    return others.stream().anyMatch(some::contains);
  }
}
