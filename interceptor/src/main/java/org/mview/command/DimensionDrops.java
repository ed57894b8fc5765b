package org.mview.command;

import static org.mview.error.MViewError.ATTRIBUTE_MISSING;
import static org.mview.error.MViewError.DIMENSION_LEVEL_MISSING;
import static org.mview.error.MViewError.DIMENSION_LEVEL_NEEDED;
import static org.mview.error.MViewError.HIERARCHY_MISSING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.dimension.Dimension;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;
import org.mview.statement.DimensionPart.Drop;
import org.mview.statement.Name;

/** A dimension without one of its parts. */
final class DimensionDrops {
  private final Dimension dimension;
  private final ObjectNames names;

  DimensionDrops(Dimension dimension, ObjectNames names) {
    this.dimension = dimension;
    this.names = names;
  }

  Dimension without(Drop drop) {
    if (drop instanceof Drop.Level level) {
      return without(level);
    } else if (drop instanceof Drop.Hierarchy hierarchy) {
      return without(hierarchy);
    }
    return without((Drop.Attribute) drop);
  }

  private Dimension without(Drop.Level drop) {
    Identifier name = names.identifier(drop.name());
    Level level =
        dimension.level(name).orElseThrow(() -> DIMENSION_LEVEL_MISSING.of(name, dimension.name()));
    if (dimension.levels().size() == 1) {
      throw needed(level, "it is the only one: say DROP DIMENSION");
    } else if (!drop.cascade()) {
      restrict(level);
    }
    return dimension.with(
        dimension.levels().stream().filter(l -> !l.equals(level)).toList(),
        dimension.hierarchies().stream().filter(h -> !names(h, level)).toList(),
        dimension.attributes().stream().filter(a -> !names(a, level)).toList());
  }

  private void restrict(Level level) {
    Optional<Hierarchy> hierarchy =
        dimension.hierarchies().stream().filter(h -> names(h, level)).findFirst();
    if (hierarchy.isPresent()) {
      throw needed(level, "hierarchy %s names it: say CASCADE".formatted(hierarchy.get().name()));
    }
    Optional<Attribute> attribute =
        dimension.attributes().stream().filter(a -> names(a, level)).findFirst();
    if (attribute.isPresent()) {
      throw needed(level, "attribute %s names it: say CASCADE".formatted(attribute.get().name()));
    }
  }

  private RuntimeException needed(Level level, String reason) {
    return DIMENSION_LEVEL_NEEDED.of(level.name(), dimension.name(), reason);
  }

  private static boolean names(Hierarchy hierarchy, Level level) {
    return hierarchy.levels().stream().anyMatch(l -> Dimension.isSame(l, level.name()));
  }

  private static boolean names(Attribute attribute, Level level) {
    return Dimension.isSame(attribute.level(), level.name());
  }

  private Dimension without(Drop.Hierarchy drop) {
    Identifier name = names.identifier(drop.name());
    List<Hierarchy> left =
        dimension.hierarchies().stream().filter(h -> !Dimension.isSame(h.name(), name)).toList();
    if (left.size() == dimension.hierarchies().size()) {
      throw HIERARCHY_MISSING.of(name, dimension.name());
    }
    return dimension.with(dimension.levels(), left, dimension.attributes());
  }

  private Dimension without(Drop.Attribute drop) {
    Identifier name = names.identifier(drop.name());
    Optional<Identifier> level = drop.level().map(names::identifier);
    if (drop.columns().isEmpty()) {
      return without(name, level, Optional.empty());
    }
    Dimension left = dimension;
    for (Name column : drop.columns()) {
      left =
          new DimensionDrops(left, names)
              .without(name, level, Optional.of(names.identifier(column)));
    }
    return left;
  }

  /**
   * Without an attribute, or a part of it.
   *
   * @param level of all levels when empty
   * @param column all columns when empty
   */
  private Dimension without(
      Identifier name, Optional<Identifier> level, Optional<Identifier> column) {
    List<Attribute> left = new ArrayList<>();
    for (Attribute attribute : dimension.attributes()) {
      boolean isMeant =
          Dimension.isSame(attribute.name(), name)
              && level.filter(l -> !Dimension.isSame(l, attribute.level())).isEmpty();
      List<Source> columns =
          attribute.columns().stream()
              .filter(c -> !isMeant || column.filter(d -> !isSame(c, d)).isPresent())
              .toList();
      if (!columns.isEmpty()) {
        left.add(new Attribute(attribute.name(), attribute.level(), columns));
      }
    }
    if (left.equals(dimension.attributes())) {
      String of = level.map(l -> " of level " + l).orElse("");
      throw ATTRIBUTE_MISSING.of(
          name + column.map(c -> " with column " + c).orElse("") + of, dimension.name());
    }
    return dimension.with(dimension.levels(), dimension.hierarchies(), left);
  }

  private static boolean isSame(Source source, Identifier column) {
    return Dimension.isSame(source.column(), column);
  }
}
