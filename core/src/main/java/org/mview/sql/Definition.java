package org.mview.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement of ours that makes, changes or removes an object of the database. */
public sealed interface Definition {

  /** A column of a table that we make. */
  record ColumnDefinition(Identifier name, Type type) {}

  /**
   * A table.
   *
   * @param constraints texts of table constraints, as their author wrote them
   * @param organizedBy the key in the order of which its rows are stored, where a database has the
   *     like; empty: as the database stores rows
   * @param rows a query for what the table is to take, if its columns are to be typed
   */
  record CreateTable(
      QualifiedName name,
      List<ColumnDefinition> columns,
      List<String> constraints,
      List<Identifier> organizedBy,
      Query rows)
      implements Definition {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
      organizedBy = List.copyOf(organizedBy);
    }
  }

  /**
   * A table that only this connection sees; none if it is there.
   *
   * @param rows a query for what the table is to take, if its columns are to be typed
   */
  record CreateStage(QualifiedName name, List<Identifier> columns, Query rows)
      implements Definition {
    public CreateStage {
      columns = List.copyOf(columns);
    }
  }

  /**
   * An index.
   *
   * @param unique whether rows may not be equal in the key, NULL being like NULL
   * @param descending the columns of the key that stand in it the other way round
   */
  record CreateIndex(
      QualifiedName name,
      QualifiedName table,
      List<Statement.Key> key,
      boolean unique,
      Set<Identifier> descending)
      implements Definition {
    public CreateIndex {
      key = List.copyOf(key);
      descending = Set.copyOf(descending);
    }

    /** What stands behind a column. */
    public String direction(Statement.Key column) {
      return descending.contains(column.column()) ? " DESC" : "";
    }
  }

  /** A plain view. */
  record CreateView(QualifiedName name, Query query) implements Definition {}

  /** One more column of a table. */
  record AddColumn(QualifiedName table, ColumnDefinition column) implements Definition {}

  /** Removes an object. */
  record Drop(Kind kind, QualifiedName name, Optional<QualifiedName> table) implements Definition {
    /** Removes an object that stands for itself. */
    public static Drop of(Kind kind, QualifiedName name) {
      return new Drop(kind, name, Optional.empty());
    }
  }

  /** What there is to remove. */
  enum Kind {
    TABLE,
    VIEW,
    INDEX,
    TRIGGER
  }

  /** Gives a table another name. */
  record RenameTable(QualifiedName table, Identifier to) implements Definition {}
}
