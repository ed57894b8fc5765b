package org.mview.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text of SQL with holes: {@code pieces} alternate with {@code parts}, and there is one piece more.
 */
public record Fragment(List<String> pieces, List<Expression> parts) implements Expression {
  private static final String HOLE = "{}";
  private static final Set<String> OF_CONDITIONS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "AND", "OR", "LIKE", "IS NULL", "IS NOT NULL");
  private static final List<String> EQUALITY = List.of("", " = ", "");

  public Fragment {
    pieces = List.copyOf(pieces);
    parts = List.copyOf(parts);
    if (pieces.size() != parts.size() + 1) {
      throw new IllegalArgumentException(pieces + " do not go around " + parts);
    }
  }

  /** The fragment of a template in which <code>{}</code> stands for each part in turn. */
  public static Fragment of(String template, Expression... parts) {
    return of(template, List.of(parts));
  }

  /** The fragment of a template in which <code>{}</code> stands for each part in turn. */
  public static Fragment of(String template, List<? extends Expression> parts) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int hole = template.indexOf(HOLE); hole >= 0; hole = template.indexOf(HOLE, from)) {
      pieces.add(template.substring(from, hole));
      from = hole + HOLE.length();
    }
    pieces.add(template.substring(from));
    return new Fragment(pieces, List.copyOf(parts));
  }

  /** How many parts a template asks for. */
  public static int holes(String template) {
    return template.split(Pattern.quote(HOLE), -1).length - 1;
  }

  /** Text without holes, such as a literal. */
  public static Fragment text(String sql) {
    return new Fragment(List.of(sql), List.of());
  }

  /**
   * The same value, as that of an expression: no database takes it for a column, whose type it
   * would give to what stands beside it, nor for a constant that counts the columns.
   */
  public static Fragment computed(Expression value) {
    return of("COALESCE({}, NULL)", value);
  }

  /** left = right, which is not true when one of them is NULL. */
  public static Fragment equal(Expression left, Expression right) {
    return new Fragment(EQUALITY, List.of(left, right));
  }

  /** Whether this is left = right. */
  public boolean isEquality() {
    return pieces.equals(EQUALITY);
  }

  /** Whether it compares, or joins comparisons: then its value is true or false, and no number. */
  public boolean isCondition() {
    return pieces.stream()
        .map(piece -> piece.strip().toUpperCase(Locale.ROOT))
        .anyMatch(OF_CONDITIONS::contains);
  }

  /** The same text with the fragment at a place as part of it, without parentheses around. */
  public Fragment inlined(int place) {
    Fragment inner = (Fragment) parts.get(place);
    List<String> texts = new ArrayList<>(pieces.subList(0, place));
    texts.add(pieces.get(place) + inner.pieces.get(0));
    texts.addAll(inner.pieces.subList(1, inner.pieces.size()));
    int last = texts.size() - 1;
    texts.set(last, texts.get(last) + pieces.get(place + 1));
    texts.addAll(pieces.subList(place + 2, pieces.size()));
    List<Expression> all = new ArrayList<>(parts.subList(0, place));
    all.addAll(inner.parts);
    all.addAll(parts.subList(place + 1, parts.size()));
    return new Fragment(texts, all);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Fragment(pieces, parts.stream().map(change).toList());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(pieces.get(0));
    for (int i = 0; i < parts.size(); i++) {
      text.append(parts.get(i)).append(pieces.get(i + 1));
    }
    return text.toString();
  }
}
