package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** The rows for which every condition is true. */
public record Filter(Relation input, List<Expression> conditions) implements Relation {
  public Filter {
    conditions = List.copyOf(conditions);
  }

  /** The rows for which every condition is true; the input itself when there is none. */
  public static Relation of(Relation input, List<Expression> conditions) {
    return conditions.isEmpty() ? input : new Filter(input, conditions);
  }

  @Override
  public List<Column> columns() {
    return input.columns();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Filter(change.apply(input), conditions);
  }
}
