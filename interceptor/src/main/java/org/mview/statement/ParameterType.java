package org.mview.statement;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.mview.statement.Argument.Expression;
import org.mview.statement.Argument.Null;
import org.mview.statement.Argument.Numeric;
import org.mview.statement.Argument.Place;
import org.mview.statement.Argument.Text;
import org.mview.statement.Argument.Truth;

/** What a parameter of a procedure takes. */
public enum ParameterType {
  /** VARCHAR2 or CLOB. */
  TEXT,
  /** NUMBER. */
  NUMBER,
  /** BINARY_INTEGER. */
  INTEGER,
  /** BOOLEAN; also 1, 0, 'true' and 'false', as JDBC clients send them. */
  BOOLEAN,
  /** DATE; also an expression that gives one. */
  DATE,
  /** Names: a string with commas, or a table of strings. */
  LIST,
  /** A collection of records, which only an OUT parameter is. */
  ARRAY,
  /** Anything: it is ignored, or has several types. */
  ANY;

  /** The argument as a value of this type; empty when it cannot be one. */
  Optional<Argument> convert(Argument argument) {
    if (argument instanceof Null || argument instanceof Place || this == ANY) {
      return Optional.of(argument);
    }
    return switch (this) {
      case TEXT, LIST -> text(argument);
      case NUMBER, INTEGER -> number(argument);
      case BOOLEAN -> truth(argument);
      case DATE ->
          Optional.of(argument).filter(any -> any instanceof Expression || any instanceof Text);
      case ARRAY, ANY -> Optional.empty();
    };
  }

  private static Optional<Argument> text(Argument argument) {
    if (argument instanceof Numeric number) {
      return Optional.of(new Text(number.value().toPlainString()));
    }
    return Optional.of(argument).filter(Text.class::isInstance);
  }

  private Optional<Argument> number(Argument argument) {
    if (argument instanceof Text text) {
      return Numeric.of(text.value().trim()).flatMap(this::number);
    }
    boolean fits =
        argument instanceof Numeric number && (this == NUMBER || isInteger(number.value()));
    return fits ? Optional.of(argument) : Optional.empty();
  }

  private static boolean isInteger(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<Argument> truth(Argument argument) {
    if (argument instanceof Truth) {
      return Optional.of(argument);
    }
    String word =
        argument instanceof Text text
            ? text.value()
            : argument instanceof Numeric number ? number.value().toPlainString() : "";
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "TRUE", "1" -> Optional.of(new Truth(true));
      case "FALSE", "0" -> Optional.of(new Truth(false));
      default -> Optional.empty();
    };
  }
}
