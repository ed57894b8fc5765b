package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type.Arithmetic;

/**
 * An aggregate function applied to its arguments.
 *
 * @param kind what the delta compiler knows of it
 * @param call the call as the database takes it
 * @param arithmetic whether adding and taking away values gives what adding them anew would give
 */
public record AggregateFunction(Kind kind, Fragment call, Arithmetic arithmetic) {

  /** How a function's result follows from the results before and the change. */
  public enum Kind {
    /** Rows of the group. */
    COUNT_ROWS,
    /** Rows of the group in which the argument is not NULL. */
    COUNT,
    /** Sum; NULL for no value. */
    SUM,
    /** Sum divided by count; NULL for no value. */
    AVG,
    /** Smallest value; NULL for no value. */
    MIN,
    /** Greatest value; NULL for no value. */
    MAX,
    /** Anything else: the group is to be read again. */
    OTHER
  }

  /** COUNT(*). */
  public static final AggregateFunction COUNT_ROWS =
      new AggregateFunction(Kind.COUNT_ROWS, Fragment.text("COUNT(*)"), Arithmetic.EXACT);

  /** A function; one that is known is written in one way, so that equal calls are equal values. */
  public static AggregateFunction of(Kind kind, Fragment call, Arithmetic arithmetic) {
    return switch (kind) {
      case COUNT_ROWS -> COUNT_ROWS;
      case COUNT -> count(call.parts().get(0));
      case SUM -> sum(call.parts().get(0), arithmetic);
      case AVG -> new AggregateFunction(kind, Fragment.of("AVG({})", call.parts()), arithmetic);
      case MIN -> min(call.parts().get(0));
      case MAX -> max(call.parts().get(0));
      case OTHER -> new AggregateFunction(kind, call, arithmetic);
    };
  }

  /** COUNT(argument). */
  public static AggregateFunction count(Expression argument) {
    return new AggregateFunction(Kind.COUNT, Fragment.of("COUNT({})", argument), Arithmetic.EXACT);
  }

  /** SUM(argument). */
  public static AggregateFunction sum(Expression argument, Arithmetic arithmetic) {
    return new AggregateFunction(Kind.SUM, Fragment.of("SUM({})", argument), arithmetic);
  }

  /** MIN(argument). */
  public static AggregateFunction min(Expression argument) {
    return new AggregateFunction(Kind.MIN, Fragment.of("MIN({})", argument), Arithmetic.EXACT);
  }

  /** MAX(argument). */
  public static AggregateFunction max(Expression argument) {
    return new AggregateFunction(Kind.MAX, Fragment.of("MAX({})", argument), Arithmetic.EXACT);
  }

  /** The only argument of a function that has one. */
  public Expression argument() {
    return call.parts().get(0);
  }

  /** The same function of other arguments. */
  public AggregateFunction mapArguments(UnaryOperator<Expression> change) {
    return new AggregateFunction(kind, (Fragment) call.mapParts(change), arithmetic);
  }

  /** All that the function reads. */
  public List<Expression> arguments() {
    return call.parts();
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
