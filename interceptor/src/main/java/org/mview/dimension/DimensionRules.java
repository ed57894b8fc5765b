package org.mview.dimension;

import static org.mview.error.MViewError.ATTRIBUTE_OF_OTHER_TABLE;
import static org.mview.error.MViewError.COLUMN_GIVEN_TWICE;
import static org.mview.error.MViewError.COLUMN_OF_TWO_DIMENSIONS;
import static org.mview.error.MViewError.DIMENSION_LEVELS_ALIKE;
import static org.mview.error.MViewError.DIMENSION_LEVEL_GIVEN_TWICE;
import static org.mview.error.MViewError.DIMENSION_LEVEL_MISSING;
import static org.mview.error.MViewError.DIMENSION_LEVEL_OF_TWO_TABLES;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What a dimension must be like, whatever rows there are. */
public final class DimensionRules {
  private final Dimension dimension;

  private DimensionRules(Dimension dimension) {
    this.dimension = dimension;
  }

  /**
   * Checks a dimension whose tables and columns are known to be there.
   *
   * @param others all other dimensions
   * @throws org.mview.error.MViewException with Oracle's number of the first rule that it breaks
   */
  public static void check(Dimension dimension, Collection<Dimension> others) {
    DimensionRules rules = new DimensionRules(dimension);
    rules.levels();
    new HierarchyRules(dimension).check();
    rules.attributes();
    rules.alone(others);
  }

  private void levels() {
    Set<String> names = new HashSet<>();
    Map<Set<String>, Level> byColumns = new HashMap<>();
    for (Level level : dimension.levels()) {
      if (!names.add(Dimension.key(level.name()))) {
        throw DIMENSION_LEVEL_GIVEN_TWICE.of(level.name(), dimension.name());
      }
      oneTable(level);
      different(level.columns());
      Level other = byColumns.putIfAbsent(keys(level.columns()), level);
      if (other != null) {
        throw DIMENSION_LEVELS_ALIKE.of(other.name(), level.name(), dimension.name());
      }
    }
  }

  private void oneTable(Level level) {
    for (Source column : level.columns()) {
      if (!isOf(column, level.table())) {
        throw DIMENSION_LEVEL_OF_TWO_TABLES.of(
            level.name(), dimension.name(), level.table(), column.table());
      }
    }
  }

  static boolean isOf(Source column, QualifiedName table) {
    return Dimension.key(column.table()).equals(Dimension.key(table));
  }

  private static Set<String> keys(List<Source> columns) {
    return columns.stream().map(Dimension::key).collect(Collectors.toSet());
  }

  static void different(List<Source> columns) {
    Set<String> seen = new HashSet<>();
    for (Source column : columns) {
      if (!seen.add(Dimension.key(column))) {
        throw COLUMN_GIVEN_TWICE.of(column);
      }
    }
  }

  /** A level that something of a dimension names. */
  static Level level(Dimension dimension, Identifier name) {
    return dimension
        .level(name)
        .orElseThrow(() -> DIMENSION_LEVEL_MISSING.of(name, dimension.name()));
  }

  private void attributes() {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : dimension.attributes()) {
      Level level = level(dimension, attribute.level());
      for (Source column : attribute.columns()) {
        if (!isOf(column, level.table())) {
          throw ATTRIBUTE_OF_OTHER_TABLE.of(
              attribute.name(), dimension.name(), column, level.name(), level.table());
        }
        String what = attribute.name() + "\0" + level.name() + "\0" + column.column();
        if (!seen.add(Dimension.key(what))) {
          throw COLUMN_GIVEN_TWICE.of(column);
        }
      }
    }
  }

  /** A column makes levels of one dimension only. */
  private void alone(Collection<Dimension> others) {
    Map<String, QualifiedName> taken = new HashMap<>();
    others.forEach(
        o -> o.levels().forEach(l -> keys(l.columns()).forEach(c -> taken.put(c, o.name()))));
    for (Level level : dimension.levels()) {
      for (Source column : level.columns()) {
        QualifiedName other = taken.get(Dimension.key(column));
        if (other != null) {
          throw COLUMN_OF_TWO_DIMENSIONS.of(column, other, dimension.name());
        }
      }
    }
  }
}
