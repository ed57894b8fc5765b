package org.mview.statement.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mview.algebra.Calls;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/**
 * Of which type the values of a column are, as far as the query tells: as a table declares it, or
 * by the words in which it is computed of such columns.
 *
 * <p>CHAR(n) fills texts up with spaces, which do not count where it is compared. A union of it and
 * of another type makes one of all texts, and one of its parts alone does not.
 */
final class TextTypes {
  private static final Pattern PADDED =
      Pattern.compile(
          "\\b(character|char|bpchar|nchar)\\b(?! *(varying|large))", Pattern.CASE_INSENSITIVE);

  private static final Pattern CAST =
      Pattern.compile("(?is)\\w*CAST\\(\\{\\} AS ([^{}]*)\\)|\\{\\}::([^{}]*)");

  /** Texts of which each is as long as it is, as their types are called where CHAR(n) is not. */
  private static final Pattern VARYING =
      Pattern.compile("\\b(varying|varchar)", Pattern.CASE_INSENSITIVE);

  private TextTypes() {}

  /**
   * Whether values may be compared as texts of CHAR(n), while those of the key are not: then
   * several of them may be equal to one.
   */
  static boolean mayMix(Expression key, Expression other) {
    return mayVary(key) && mayBeFilled(other);
  }

  private static boolean mayVary(Expression key) {
    if (key instanceof Column column && !isUnknown(column)) {
      return VARYING.matcher(column.type().declaration()).find();
    }
    return Arithmetics.of(key) == Type.Arithmetic.APPROXIMATE;
  }

  private static boolean mayBeFilled(Expression other) {
    if (other instanceof Column column) {
      return isUnknown(column) || PADDED.matcher(column.type().declaration()).find();
    }
    return other instanceof Fragment fragment && mayBeFilled(fragment);
  }

  private static boolean mayBeFilled(Fragment other) {
    return castTo(other)
        .map(type -> PADDED.matcher(type).find())
        .orElseGet(() -> other.parts().stream().anyMatch(TextTypes::mayBeFilled));
  }

  /** The type of an expression that is a CAST. */
  private static Optional<String> castTo(Fragment fragment) {
    Matcher cast = CAST.matcher(String.join("{}", fragment.pieces()));
    return cast.matches()
        ? Optional.of(cast.group(1) == null ? cast.group(2) : cast.group(1))
        : Optional.empty();
  }

  private static boolean isUnknown(Column column) {
    return column.type().declaration().isEmpty()
        && column.type().arithmetic() == Type.Arithmetic.APPROXIMATE;
  }

  /** Whether a union of both might convert texts. */
  static boolean mix(Column left, Relation ofLeft, Column right, Relation ofRight) {
    String first = words(left, ofLeft);
    String second = words(right, ofRight);
    return !first.equals(second) && (PADDED.matcher(first).find() || PADDED.matcher(second).find());
  }

  private static String words(Column column, Relation relation) {
    if (!column.type().declaration().isEmpty()) {
      return column.type().declaration();
    } else if (relation instanceof Project project && project.columns().contains(column)) {
      return words(project.value(column), project.input());
    } else if (relation instanceof UnionAll union && union.columns().contains(column)) {
      int place = union.columns().indexOf(column);
      return union.inputs().stream()
          .map(input -> words(input.columns().get(place), input))
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    return Calls.of(column, relation)
        .map(call -> words(call, relation.inputs().get(0)))
        .or(() -> ofInput(column, relation))
        .orElse(column.name());
  }

  private static Optional<String> ofInput(Column column, Relation relation) {
    return relation.inputs().stream()
        .filter(input -> input.columns().contains(column))
        .findFirst()
        .map(input -> words(column, input));
  }

  private static String words(Expression value, Relation relation) {
    if (value instanceof Column column) {
      return words(column, relation);
    }
    return value instanceof Fragment fragment ? words(fragment, relation) : value.toString();
  }

  private static String words(Fragment fragment, Relation relation) {
    Optional<String> type = castTo(fragment);
    if (type.isPresent()) {
      return type.get();
    }
    StringBuilder words = new StringBuilder(fragment.pieces().get(0));
    for (int i = 0; i < fragment.parts().size(); i++) {
      Expression part = fragment.parts().get(i);
      words.append(Arithmetics.isCondition(part) ? "condition" : words(part, relation));
      words.append(fragment.pieces().get(i + 1));
    }
    return words.toString();
  }
}
