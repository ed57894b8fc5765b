package org.mview.conformance.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a row.
 *
 * @param kind what it is: 600 is a number and {@code '600'} is a text
 * @param text as a scenario writes it, normalized, so that equal values have equal texts
 */
record Cell(Kind kind, String text) {
  enum Kind {
    NULL,
    NUMBER,
    TEXT,
    BYTES
  }

  /** A sum of approximate numbers depends in its last digits on the order of the rows. */
  private static final MathContext RELIABLE = new MathContext(12);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern BYTES = Pattern.compile("[xX]'[0-9a-fA-F]*'");
  private static final Cell NULL = new Cell(Kind.NULL, "null");

  /** What a scenario has written. */
  static Cell written(String text) {
    if (text.equalsIgnoreCase("null")) {
      return NULL;
    } else if (NUMBER.matcher(text).matches()) {
      return number(new BigDecimal(text));
    } else if (BYTES.matcher(text).matches()) {
      return new Cell(Kind.BYTES, text.toLowerCase(Locale.ROOT));
    } else if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
      return text(text.substring(1, text.length() - 1).replace("''", "'"));
    }
    return text(text);
  }

  /** What a database has answered. */
  static Cell answered(@Nullable Object value) {
    if (value == null) {
      return NULL;
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? number(new BigDecimal(number).round(RELIABLE)) : text(value);
    } else if (value instanceof Number) {
      return number(new BigDecimal(value.toString()));
    } else if (value instanceof byte[] bytes) {
      return new Cell(Kind.BYTES, "x'" + HexFormat.of().formatHex(bytes) + "'");
    }
    return text(value);
  }

  private static Cell number(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return new Cell(
        Kind.NUMBER, plain.scale() < 0 ? plain.setScale(0).toString() : plain.toString());
  }

  private static Cell text(Object value) {
    return new Cell(Kind.TEXT, value.toString());
  }

  /** The value, for a parameter of a statement; empty for NULL. */
  Optional<Object> value() {
    return switch (kind) {
      case NULL -> Optional.empty();
      case NUMBER -> Optional.of(asNumber());
      case TEXT -> Optional.of(text);
      case BYTES -> Optional.of(HexFormat.of().parseHex(text.substring(2, text.length() - 1)));
    };
  }

  private Object asNumber() {
    BigDecimal number = new BigDecimal(text);
    return number.scale() <= 0 ? (Object) number.longValueExact() : (Object) number.doubleValue();
  }

  /** As it stands in a scenario, so that reading it again gives the same. */
  @Override
  public String toString() {
    boolean isPlain =
        kind != Kind.TEXT
            || (written(text).equals(this)
                && text.equals(text.strip())
                && !text.isEmpty()
                && !text.contains("|"));
    return isPlain ? text : "'" + text.replace("'", "''") + "'";
  }
}
