package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/**
 * A bag of rows in which a row may also occur a negative number of times: then it is to be removed.
 *
 * <p>How often a row occurs is its <em>weight</em>. A table's rows have weight 1 each; in the
 * changes of a table, a row that vanished has weight −1.
 *
 * @see "Budiu et al., DBSP: Automatic Incremental View Maintenance, PVLDB 16(7), 2023: Z-sets"
 */
public sealed interface Relation
    permits Aggregate,
        Changes,
        Copies,
        Filter,
        Join,
        Negate,
        Net,
        OuterJoin,
        Project,
        Restrict,
        Scan,
        SemiJoin,
        Stored,
        Top,
        UnionAll,
        Weighed,
        Window {

  /** The columns of the rows, in order. */
  List<Column> columns();

  /** The relations this one is made of; none for a leaf. */
  List<Relation> inputs();

  /** The same operator over other inputs; a leaf is itself. */
  Relation mapInputs(UnaryOperator<Relation> change);
}
