package org.mview.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Table;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * A table or a view as it stands in the database.
 *
 * @param table its columns and the keys by which rows surely differ
 * @param primaryKey columns of the primary key, in order; empty without one
 * @param uniques every unique constraint and index, the primary key included
 * @param rowIdentity what finds a row for as long as nobody changes it: the columns of the primary
 *     key, or the name of a hidden column; empty where there is nothing
 * @param generated what a generated column is made of: SQL over the other columns
 * @param defaults what REPLACE writes in a column that is given NULL and may not hold it: SQL
 * @param viewQuery the query of a view
 * @param definition how the database defines it, so that a change of it can be found out
 */
public record TableInfo(
    Kind kind,
    Table table,
    List<Identifier> primaryKey,
    List<Unique> uniques,
    List<Identifier> rowIdentity,
    Map<Identifier, String> generated,
    Map<Identifier, String> defaults,
    Optional<String> viewQuery,
    String definition) {
  public TableInfo {
    primaryKey = List.copyOf(primaryKey);
    uniques = List.copyOf(uniques);
    rowIdentity = List.copyOf(rowIdentity);
    generated = Map.copyOf(generated);
    defaults = Map.copyOf(defaults);
  }

  /**
   * What two rows may not have in common.
   *
   * @param terms SQL over the columns of the table
   * @param condition holds for the rows that it concerns; empty where it concerns all
   */
  public record Unique(List<String> terms, Optional<String> condition) {
    public Unique {
      terms = List.copyOf(terms);
    }
  }

  /** What kind of a table. */
  public enum Kind {
    /** An ordinary table, whose changes can be captured. */
    TABLE,
    /**
     * A table of which whole parts can be emptied and exchanged, and no trigger hears of it: its
     * log has to {@linkplain Parts find that out}.
     */
    PARTITIONED,
    /** A plain view. */
    VIEW,
    /** A table that only this connection sees, or that ends with it. */
    TEMPORARY,
    /** A table in a file other than the database's own. */
    ATTACHED,
    /** A table whose rows a foreign key changes, of which no trigger hears. */
    CASCADED,
    /** A table of which triggers are told changes that were not made, and cannot find out. */
    MISREPORTED,
    /** Anything on which no trigger can be. */
    VIRTUAL
  }

  /** The key by which its rows are stored, if there is nothing else by which a row is found. */
  public List<Identifier> organizedBy() {
    return rowIdentity.equals(primaryKey) ? primaryKey : List.of();
  }

  /** The type of one of its columns. */
  public Type type(Identifier column) {
    return table.columns().stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .map(Table.TableColumn::type)
        .orElseThrow();
  }

  /** Its name. */
  public QualifiedName name() {
    return table.name();
  }
}
