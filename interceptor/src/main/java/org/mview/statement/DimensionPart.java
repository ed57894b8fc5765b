package org.mview.statement;

import java.util.List;
import java.util.Optional;

/** What a dimension declares. */
public sealed interface DimensionPart {
  /** Rows that are the same in these columns are one member. */
  record Level(Name name, List<DimensionColumn> columns, boolean skipWhenNull)
      implements DimensionPart {
    /** So many columns Oracle allows. */
    static final int MOST_COLUMNS = 32;

    public Level {
      columns = List.copyOf(columns);
      if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
        throw new IllegalArgumentException("a level has 1 to 32 columns");
      }
    }
  }

  /**
   * Levels, each the child of the one behind it.
   *
   * @param levels from the finest on
   */
  record Hierarchy(Name name, List<Name> levels, List<JoinKey> joinKeys) implements DimensionPart {
    public Hierarchy {
      levels = List.copyOf(levels);
      joinKeys = List.copyOf(joinKeys);
    }
  }

  /**
   * How the table of a level is joined to the one of its parent.
   *
   * @param columns of the child's table
   */
  record JoinKey(List<DimensionColumn> columns, Name parent) {
    public JoinKey {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What levels determine.
   *
   * @param name the level's own, unless the attribute was given one
   */
  record Attribute(Name name, List<Determined> determined) implements DimensionPart {
    public Attribute {
      determined = List.copyOf(determined);
    }
  }

  /** The columns that have one value for each member of a level. */
  record Determined(Name level, List<DimensionColumn> columns) {
    public Determined {
      columns = List.copyOf(columns);
    }
  }

  /** What ALTER DIMENSION takes away. */
  sealed interface Drop {
    /** A level; with CASCADE also what refers to it. */
    record Level(Name name, boolean cascade) implements Drop {}

    /** A hierarchy. */
    record Hierarchy(Name name) implements Drop {}

    /**
     * An attribute, or a part of it.
     *
     * @param level all its levels when empty
     * @param columns all its columns when empty
     */
    record Attribute(Name name, Optional<Name> level, List<Name> columns) implements Drop {
      public Attribute {
        columns = List.copyOf(columns);
      }
    }
  }
}
