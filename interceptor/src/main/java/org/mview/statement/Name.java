package org.mview.statement;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mview.sql.Identifier;

/**
 * A name as a statement has it: which case the database gives it depends on the quotes.
 *
 * @param text without the quotes
 */
public record Name(String text, boolean quoted) {
  public Name {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name is neither empty nor does it hold a NUL");
    }
  }

  /** A name without quotes. */
  public static Name of(String text) {
    return new Name(text, false);
  }

  /**
   * The name as the database stores it.
   *
   * @param fold what the database does to a name without quotes
   */
  public Identifier identifier(UnaryOperator<String> fold) {
    return Identifier.of(quoted ? text : fold.apply(text));
  }

  /**
   * Names that are equal here are one name in every database, whatever it does to names without
   * quotes.
   */
  String comparable() {
    return quoted ? toString() : text.toUpperCase(Locale.ROOT);
  }

  /** As SQL writes it. */
  @Override
  public String toString() {
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
