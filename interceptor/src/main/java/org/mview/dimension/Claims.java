package org.mview.dimension;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.dimension.Claim.HasParent;
import org.mview.dimension.Claim.NeverNull;
import org.mview.dimension.Claim.OneValue;
import org.mview.dimension.Claim.Relationship;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;

/** All that a dimension says of rows. */
public final class Claims {
  private final Dimension dimension;
  private final Set<Claim> claims = new LinkedHashSet<>();

  private Claims(Dimension dimension) {
    this.dimension = dimension;
  }

  /**
   * What a dimension that follows its rules says; each once.
   *
   * @param withNulls whether also that levels have no NULLs
   */
  public static List<Claim> of(Dimension dimension, boolean withNulls) {
    Claims claims = new Claims(dimension);
    if (withNulls) {
      claims.neverNull();
    }
    for (Hierarchy hierarchy : dimension.hierarchies()) {
      claims.add(hierarchy, withNulls);
    }
    dimension.attributes().forEach(claims::add);
    return List.copyOf(claims.claims);
  }

  private void neverNull() {
    for (Level level : dimension.levels()) {
      if (!level.skipWhenNull()) {
        claims.add(new NeverNull(level.table(), names(level.columns())));
      }
    }
  }

  private void add(Hierarchy hierarchy, boolean withNulls) {
    List<Level> levels =
        hierarchy.levels().stream().map(l -> dimension.level(l).orElseThrow()).toList();
    for (int i = 0; i + 1 < levels.size(); i++) {
      parents(hierarchy, levels.get(i), levels.subList(i + 1, levels.size()));
      Level parent = levels.get(i + 1);
      Optional<JoinKey> key = hierarchy.joinKey(parent.name());
      if (key.isPresent()) {
        join(key.get(), levels.get(i), parent, withNulls);
      }
    }
  }

  /**
   * A member has one parent: in the level above, and, where that is skipped, in the next one.
   * Levels behind one that is skipped are followed as far as the child's table knows them.
   */
  private void parents(Hierarchy hierarchy, Level child, List<Level> above) {
    List<List<Identifier>> skipped = new ArrayList<>();
    for (Level parent : above) {
      Optional<JoinKey> key = hierarchy.joinKey(parent.name());
      List<Identifier> values = names(key.map(JoinKey::columns).orElse(parent.columns()));
      List<Identifier> unless = parent.skipWhenNull() ? values : List.of();
      claims.add(
          new OneValue(
              Relationship.CHILD_OF,
              child.table(),
              names(child.columns()),
              values,
              unless,
              skipped));
      if (!parent.skipWhenNull() || key.isPresent()) {
        return;
      }
      skipped.add(values);
    }
  }

  private void join(JoinKey key, Level child, Level parent, boolean withNulls) {
    List<Identifier> columns = names(key.columns());
    claims.add(new HasParent(child.table(), columns, parent.table(), names(parent.columns())));
    if (withNulls && !parent.skipWhenNull()) {
      claims.add(new NeverNull(child.table(), columns));
    }
  }

  private void add(Attribute attribute) {
    Level level = dimension.level(attribute.level()).orElseThrow();
    claims.add(
        new OneValue(
            Relationship.DETERMINES,
            level.table(),
            names(level.columns()),
            names(attribute.columns()),
            List.of(),
            List.of()));
  }

  private static List<Identifier> names(List<Source> columns) {
    return columns.stream().map(Source::column).toList();
  }
}
