package org.mview.statement.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import org.mview.sql.Fragment;

/**
 * Compares a text with holes with the node that it is to stand for: filled with the texts of the
 * node's children, it must read like the node itself.
 */
final class Template {
  private Template() {}

  /** Ends the reading unless the template says all that the node says. */
  static void check(Expression node, String template, List<? extends Expression> children) {
    String filled =
        Fragment.of(template, children.stream().map(c -> Fragment.text(c.toString())).toList())
            .toString();
    if (!squeezed(filled).equalsIgnoreCase(squeezed(node.toString()))) {
      throw new NotUnderstood("an expression that is not understood: %s".formatted(node));
    }
  }

  /** The parser's library is not always sure how many blanks it writes. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").replace(" )", ")").strip();
  }

  /** So many holes, with commas between them. */
  static String holes(int number) {
    return Stream.generate(() -> "{}").limit(number).collect(Collectors.joining(", "));
  }
}
