package org.mview.statement.query;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.delta.Reason;
import org.mview.sql.Expression;
import org.mview.statement.ParserSpelling;

/** Ends the reading of a query that cannot be made algebra; never leaves this package. */
final class NotUnderstood extends RuntimeException {
  private final String text;
  private final List<Object> parts;

  NotUnderstood(String text) {
    this("%s", text);
  }

  /** Expressions among the parts, and lists of them, are said as the user wrote them. */
  NotUnderstood(String text, Object... parts) {
    super(text);
    this.text = text;
    this.parts = List.of(parts);
  }

  /** Why, in words of the query. */
  Reason reason(Symbols symbols) {
    Object[] words = parts.stream().map(part -> words(part, symbols)).toArray();
    return new Reason(ParserSpelling.original(text.formatted(words)));
  }

  private static Object words(Object part, Symbols symbols) {
    if (part instanceof List<?> all) {
      return all.stream()
          .map(one -> String.valueOf(words(one, symbols)))
          .collect(Collectors.joining(", "));
    }
    return part instanceof Expression value ? symbols.words(value) : part;
  }
}
