package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;

/**
 * A query with {@code *} → the same query with the columns that the stars stand for today. As in
 * Oracle, a view keeps the columns that there were when it was created, whatever is added later.
 *
 * <p>Only the stars are replaced; all else stays as its author wrote it. Where it is not certain
 * what a star stands for, the text stays as it is.
 */
public final class Stars {
  private static final String STAR = "*";

  private final String sql;
  private final Headings headings;
  private final String quote;

  private Stars(String sql, Headings headings, String quote) {
    this.quote = quote;
    this.sql = sql;
    this.headings = headings;
  }

  /** Finds what a database calls the columns of a query. */
  @FunctionalInterface
  public interface Headings {
    /**
     * The names of the columns, in order.
     *
     * @throws SQLException when the query is not valid
     */
    List<String> of(String query) throws SQLException;
  }

  /** A star, and what it stands for. */
  private record Replacement(int begin, int end, String columns) {}

  /** The query with its stars written out. */
  public static String expanded(String sql, Language language, Headings headings) {
    if (!sql.contains(STAR)) {
      return sql;
    }
    Optional<Select> select = new QueryParser(language).parse(sql);
    String quote = String.valueOf(language.rules().nameQuote());
    return select.flatMap(parsed -> new Stars(sql, headings, quote).expanded(parsed)).orElse(sql);
  }

  private Optional<String> expanded(Select select) {
    try {
      List<Replacement> replacements = new ArrayList<>();
      for (PlainSelect block : BlocksOfQuery.of(select)) {
        addReplacements(block, new StarColumns(block, select, headings, quote), replacements);
      }
      String expanded = replaced(replacements);
      boolean same = headings.of(expanded).equals(headings.of(sql));
      return same ? Optional.of(expanded) : Optional.empty();
    } catch (SQLException | NotUnderstood uncertain) {
      return Optional.empty();
    }
  }

  private void addReplacements(
      PlainSelect block, StarColumns columns, List<Replacement> replacements) throws SQLException {
    for (SelectItem<?> item : block.getSelectItems()) {
      if (item.getExpression() instanceof AllColumns star) { // the parent of AllTableColumns
        Node node = item.getASTNode();
        int begin = node.jjtGetFirstToken().absoluteBegin - 1; // the library counts from 1
        int end = node.jjtGetLastToken().absoluteEnd - 1;
        if (!isAt(begin, end, star)) {
          throw new NotUnderstood("%s is not understood".formatted(star));
        }
        replacements.add(new Replacement(begin, end, columns.of(star)));
      }
    }
  }

  /** Whether the star is where the library says that it is, and has nothing in it but itself. */
  private boolean isAt(int begin, int end, AllColumns star) {
    return 0 <= begin
        && begin < end
        && end <= sql.length()
        && sql.substring(begin, end)
            .replaceAll("\\s", "")
            .equalsIgnoreCase(star.toString().replaceAll("\\s", "")) // the library reads it folded
        && star.toString().endsWith(STAR);
  }

  /** From the end to the beginning, so that places stay what they are. */
  private String replaced(List<Replacement> replacements) {
    StringBuilder text = new StringBuilder(sql);
    replacements.stream()
        .sorted(Comparator.comparingInt(Replacement::begin).reversed())
        .forEach(star -> text.replace(star.begin(), star.end(), star.columns()));
    return text.toString();
  }
}
