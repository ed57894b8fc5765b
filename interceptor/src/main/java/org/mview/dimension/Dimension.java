package org.mview.dimension;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * A dimension: levels, which of them are below which, and what they determine. It is declared, and
 * nobody looks at rows before DBMS_DIMENSION.VALIDATE_DIMENSION.
 */
public record Dimension(
    long id,
    QualifiedName name,
    List<Level> levels,
    List<Hierarchy> hierarchies,
    List<Attribute> attributes) {
  public Dimension {
    levels = List.copyOf(levels);
    hierarchies = List.copyOf(hierarchies);
    attributes = List.copyOf(attributes);
  }

  /** A column of a table. */
  public record Source(QualifiedName table, Identifier column) {
    @Override
    public String toString() {
      return table + "." + column;
    }
  }

  /**
   * Rows that are the same in these columns are one member.
   *
   * @param columns at least one; all of one table
   * @param skipWhenNull whether rows with a NULL in one of them have no member of this level, and
   *     belong to the next one above
   */
  public record Level(Identifier name, List<Source> columns, boolean skipWhenNull) {
    public Level {
      columns = List.copyOf(columns);
    }

    /** The table that it is in. */
    public QualifiedName table() {
      return columns.get(0).table();
    }
  }

  /**
   * Levels, each the child of the one behind it.
   *
   * @param levels from the finest on
   */
  public record Hierarchy(Identifier name, List<Identifier> levels, List<JoinKey> joinKeys) {
    public Hierarchy {
      levels = List.copyOf(levels);
      joinKeys = List.copyOf(joinKeys);
    }

    /** How the level below is joined to this one. */
    public Optional<JoinKey> joinKey(Identifier parent) {
      return joinKeys.stream().filter(key -> isSame(key.parent(), parent)).findFirst();
    }
  }

  /**
   * How the table of a level is joined to that of its parent.
   *
   * @param columns of the child's table, one for each column of the parent
   */
  public record JoinKey(List<Source> columns, Identifier parent) {
    public JoinKey {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What has one value for each member of a level; there may be several of one name.
   *
   * @param columns of the level's table
   */
  public record Attribute(Identifier name, Identifier level, List<Source> columns) {
    public Attribute {
      columns = List.copyOf(columns);
    }
  }

  /** Whether two names are of one level, hierarchy or attribute: in any case. */
  public static boolean isSame(Identifier one, Identifier other) {
    return key(one).equals(key(other));
  }

  /** By which names are compared. */
  static String key(Object name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** The level of this name. */
  public Optional<Level> level(Identifier levelName) {
    return levels.stream().filter(level -> isSame(level.name(), levelName)).findFirst();
  }

  /** The tables that it speaks of, each once. */
  public List<QualifiedName> tables() {
    return sources().map(Source::table).distinct().toList();
  }

  /** The columns that it speaks of. */
  public Stream<Source> sources() {
    return Stream.of(
            levels.stream().map(Level::columns),
            hierarchies.stream().flatMap(h -> h.joinKeys().stream()).map(JoinKey::columns),
            attributes.stream().map(Attribute::columns))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  /** The same with a number. */
  public Dimension withId(long newId) {
    return new Dimension(newId, name, levels, hierarchies, attributes);
  }

  /** The same with other parts. */
  public Dimension with(
      List<Level> newLevels, List<Hierarchy> newHierarchies, List<Attribute> newAttributes) {
    return new Dimension(id, name, newLevels, newHierarchies, newAttributes);
  }
}
