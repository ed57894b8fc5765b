package org.mview.dimension;

import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.sql.Identifier;

/** Calls levels everywhere as they are called where they are defined: a name is one in any case. */
public final class LevelNames {
  private final Dimension dimension;

  private LevelNames(Dimension dimension) {
    this.dimension = dimension;
  }

  /** The dimension with its own names; one that no level has stays as it is. */
  public static Dimension unified(Dimension dimension) {
    LevelNames names = new LevelNames(dimension);
    return dimension.with(
        dimension.levels(),
        dimension.hierarchies().stream().map(names::unified).toList(),
        dimension.attributes().stream().map(names::unified).toList());
  }

  private Hierarchy unified(Hierarchy hierarchy) {
    return new Hierarchy(
        hierarchy.name(),
        hierarchy.levels().stream().map(this::own).toList(),
        hierarchy.joinKeys().stream()
            .map(key -> new JoinKey(key.columns(), own(key.parent())))
            .toList());
  }

  private Attribute unified(Attribute attribute) {
    return new Attribute(attribute.name(), own(attribute.level()), attribute.columns());
  }

  private Identifier own(Identifier name) {
    return dimension.level(name).map(Level::name).orElse(name);
  }
}
