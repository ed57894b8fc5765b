package org.mview.capture;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.lowering.Places;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;

/**
 * The change log of a master: one row for each image of a row that vanished or appeared.
 *
 * @param columns the columns of the master that it holds
 */
public record ChangeLog(
    long id, QualifiedName master, QualifiedName table, List<Identifier> columns) {
  /** The number of a row: later changes have greater ones. */
  public static final Identifier SEQUENCE = Identifier.of("SEQUENCE$$");

  /** 1 for a row that appeared, −1 for one that vanished. */
  public static final Identifier SIGN = Identifier.of("SIGN$$");

  public ChangeLog {
    columns = List.copyOf(columns);
  }

  /**
   * What holds for the rows that a reader at a position has not seen. Where many write, a row has
   * no number before somebody has read it.
   *
   * @param rows what the log is called
   */
  public static Fragment unseen(Identifier rows, Expression position, Dialect dialect) {
    Qualified sequence = new Qualified(rows, SEQUENCE);
    return dialect.can(Capability.SINGLE_WRITER)
        ? Fragment.of("{} > {}", sequence, position)
        : Fragment.of("({} IS NULL OR {} > {})", sequence, sequence, position);
  }

  /** What holds for each of its rows, where the planner has to be told that they are few. */
  public Optional<Expression> few(Dialect dialect) {
    Qualified sign = new Qualified(Places.LogTable.ALIAS, SIGN);
    return dialect
        .expressions()
        .few()
        .map(few -> Fragment.of(few, Collections.nCopies(Fragment.holes(few), sign)));
  }

  /** The log as a refresh reads it. */
  public Places.LogTable read(List<Expression> pending) {
    return new Places.LogTable(table, SIGN, pending);
  }
}
