package org.mview.statement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** What is given for a parameter of a call. */
public sealed interface Argument {
  /** NULL, or the empty string, which is the same in a call. */
  record Null() implements Argument {
    @Override
    public String toString() {
      return "NULL";
    }
  }

  /** A string, or several that are joined. */
  record Text(String value) implements Argument {
    public Text {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("the empty string is NULL");
      }
    }

    @Override
    public String toString() {
      return "'" + value.replace("'", "''") + "'";
    }
  }

  /** A number. */
  record Numeric(BigDecimal value) implements Argument {
    /** More digits or a greater exponent no parameter takes, and computing with them takes long. */
    private static final int LONGEST = 150;

    @Override
    public String toString() {
      return value.toString();
    }

    /** The number that a text is; empty if it is none, or beyond all bounds. */
    static Optional<Numeric> of(String text) {
      if (text.length() > LONGEST) {
        return Optional.empty();
      }
      try {
        BigDecimal value = new BigDecimal(text);
        return Math.abs((long) value.scale()) > LONGEST
            ? Optional.empty()
            : Optional.of(new Numeric(value));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
  }

  /** TRUE or FALSE. */
  record Truth(boolean value) implements Argument {
    @Override
    public String toString() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An expression that is to be evaluated when the call is made: {@code SYSDATE + 1}. */
  record Expression(SourceText source) implements Argument {
    @Override
    public String toString() {
      return source.text();
    }
  }

  /** Something that a call can also write to. */
  sealed interface Place extends Argument {}

  /**
   * A parameter of the statement.
   *
   * @param position from 1, in the order of the text, as JDBC counts
   * @param name of {@code :name}; empty for a question mark
   */
  record Parameter(int position, Optional<String> name) implements Place {
    @Override
    public String toString() {
      return name.map(text -> ":" + text).orElse("?" + position);
    }
  }

  /**
   * A variable of the block.
   *
   * @param index of one element, when the variable is a table
   */
  record Variable(Name name, OptionalInt index) implements Place {
    @Override
    public String toString() {
      return index.isPresent() ? name + "(" + index.getAsInt() + ")" : name.toString();
    }
  }

  /** The string, or NULL if it is empty. */
  static Argument ofText(String value) {
    return value.isEmpty() ? new Null() : new Text(value);
  }
}
