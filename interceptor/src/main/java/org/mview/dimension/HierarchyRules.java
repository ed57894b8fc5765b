package org.mview.dimension;

import static org.mview.error.MViewError.HIERARCHY_CIRCULAR;
import static org.mview.error.MViewError.HIERARCHY_GIVEN_TWICE;
import static org.mview.error.MViewError.JOIN_KEY_COLUMN_COUNT;
import static org.mview.error.MViewError.JOIN_KEY_GIVEN_TWICE;
import static org.mview.error.MViewError.JOIN_KEY_MISSING;
import static org.mview.error.MViewError.JOIN_KEY_OF_OTHER_TABLE;
import static org.mview.error.MViewError.JOIN_KEY_OUTSIDE;
import static org.mview.error.MViewError.JOIN_KEY_WITHIN_TABLE;
import static org.mview.error.MViewError.JOIN_KEY_WITHOUT_CHILD;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;

/** What the hierarchies of a dimension must be like. */
final class HierarchyRules {
  private final Dimension dimension;

  HierarchyRules(Dimension dimension) {
    this.dimension = dimension;
  }

  void check() {
    Set<String> names = new HashSet<>();
    for (Hierarchy hierarchy : dimension.hierarchies()) {
      if (!names.add(Dimension.key(hierarchy.name()))) {
        throw HIERARCHY_GIVEN_TWICE.of(hierarchy.name(), dimension.name());
      }
      hierarchy.levels().forEach(level -> DimensionRules.level(dimension, level));
      joinKeys(hierarchy);
      for (int i = 0; i + 1 < hierarchy.levels().size(); i++) {
        pair(hierarchy, hierarchy.levels().get(i), hierarchy.levels().get(i + 1));
      }
    }
    noCircle();
  }

  private void joinKeys(Hierarchy hierarchy) {
    Set<String> parents = new HashSet<>();
    for (JoinKey key : hierarchy.joinKeys()) {
      DimensionRules.level(dimension, key.parent());
      DimensionRules.different(key.columns());
      if (!parents.add(Dimension.key(key.parent()))) {
        throw JOIN_KEY_GIVEN_TWICE.of(hierarchy.name(), dimension.name(), key.parent());
      } else if (Dimension.isSame(key.parent(), hierarchy.levels().get(0))) {
        throw JOIN_KEY_WITHOUT_CHILD.of(hierarchy.name(), dimension.name(), key.parent());
      } else if (hierarchy.levels().stream().noneMatch(l -> Dimension.isSame(l, key.parent()))) {
        throw JOIN_KEY_OUTSIDE.of(hierarchy.name(), dimension.name(), key.parent());
      }
    }
  }

  private void pair(Hierarchy hierarchy, Identifier childName, Identifier parentName) {
    Level child = DimensionRules.level(dimension, childName);
    Level parent = DimensionRules.level(dimension, parentName);
    Optional<JoinKey> key = hierarchy.joinKey(parentName);
    boolean oneTable = DimensionRules.isOf(child.columns().get(0), parent.table());
    if (key.isEmpty() && !oneTable) {
      throw JOIN_KEY_MISSING.of(
          hierarchy.name(), dimension.name(), childName, parentName, child.table(), parent.table());
    } else if (key.isPresent()) {
      check(hierarchy, key.get(), child, parent, oneTable);
    }
  }

  private void check(
      Hierarchy hierarchy, JoinKey key, Level child, Level parent, boolean oneTable) {
    if (oneTable) {
      throw JOIN_KEY_WITHIN_TABLE.of(
          hierarchy.name(), dimension.name(), parent.name(), parent.table());
    }
    for (Source column : key.columns()) {
      if (!DimensionRules.isOf(column, child.table())) {
        throw JOIN_KEY_OF_OTHER_TABLE.of(
            hierarchy.name(), dimension.name(), column, child.name(), child.table());
      }
    }
    if (key.columns().size() != parent.columns().size()) {
      throw JOIN_KEY_COLUMN_COUNT.of(
          hierarchy.name(),
          dimension.name(),
          key.columns().size(),
          parent.name(),
          parent.columns().size());
    }
  }

  /** No level is above itself, by whichever hierarchies. */
  private void noCircle() {
    Map<String, Set<String>> above = new HashMap<>();
    for (Hierarchy hierarchy : dimension.hierarchies()) {
      List<Identifier> levels = hierarchy.levels();
      for (int i = 0; i + 1 < levels.size(); i++) {
        String child = Dimension.key(levels.get(i));
        String parent = Dimension.key(levels.get(i + 1));
        if (child.equals(parent) || reaches(above, parent, child, new HashSet<>())) {
          throw HIERARCHY_CIRCULAR.of(hierarchy.name(), dimension.name(), levels.get(i));
        }
        above.computeIfAbsent(child, level -> new HashSet<>()).add(parent);
      }
    }
  }

  private static boolean reaches(
      Map<String, Set<String>> above, String from, String to, Set<String> seen) {
    return seen.add(from)
        && above.getOrDefault(from, Set.of()).stream()
            .anyMatch(next -> next.equals(to) || reaches(above, next, to, seen));
  }
}
