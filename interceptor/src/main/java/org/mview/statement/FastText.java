package org.mview.statement;

import static org.mview.error.MViewError.SYNTAX;

import java.util.Optional;
import java.util.Set;
import org.mview.catalog.RefreshMethod;

/** CREATE MATERIALIZED VIEW as it was written, but with REFRESH FAST. */
public final class FastText {
  /** Behind REFRESH they say how. */
  private static final Set<String> OTHER_METHODS = Set.of("COMPLETE", "FORCE");

  /** Oracle wants REFRESH before these. */
  private static final Set<String> BEHIND = Set.of("FOR", "ENABLE", "DISABLE", "EVALUATE", "AS");

  private final Cursor cursor;
  private final int query;

  private FastText(Cursor cursor, int query) {
    this.cursor = cursor;
    this.query = query;
  }

  /**
   * The statement that a text is.
   *
   * @throws org.mview.error.MViewException SYNTAX, when it is another one
   */
  public static CreateMaterializedView parsed(String text, LexicalRules rules) {
    if (Explained.of(text, rules) instanceof Explained.Text explained && explained.named()) {
      return explained.create();
    }
    throw SYNTAX.of(1, 1, "the beginning", "CREATE MATERIALIZED VIEW");
  }

  /**
   * The same statement with REFRESH FAST, and without what ends it.
   *
   * @param create what the text says
   */
  public static String of(String text, CreateMaterializedView create, LexicalRules rules) {
    FastText fast = new FastText(new Cursor(text, rules), create.query().offset());
    return fast.of(create.refresh().method());
  }

  private String of(Optional<RefreshMethod> method) {
    String text = withoutTerminators();
    if (method.filter(m -> m == RefreshMethod.FAST).isPresent()) {
      return text;
    }
    stepOverName();
    int behind = -1;
    while (cursor.peek().start() < query) {
      Token token = cursor.peek();
      if (cursor.at("NEVER", "REFRESH")) {
        return replaced(text, token.start(), cursor.peek(1).end(), "REFRESH FAST");
      } else if (cursor.accept("REFRESH")) {
        return withMethod(text, token.end());
      } else if (behind < 0 && cursor.atAny(BEHIND)) {
        behind = token.start();
      }
      if (!cursor.acceptParenthesis()) {
        cursor.next();
      }
    }
    return replaced(text, behind, behind, "REFRESH FAST ");
  }

  private String withoutTerminators() {
    int start = cursor.place();
    int end = 0;
    while (!cursor.atEnd()) {
      end = cursor.next().end();
    }
    cursor.backTo(start);
    return cursor.between(cursor.peek().start(), end).text();
  }

  /** What is called REFRESH or AS up to here is a name. */
  private void stepOverName() {
    while (!cursor.at("VIEW") && !cursor.at("SNAPSHOT")) {
      cursor.next();
    }
    cursor.next();
    Names.acceptIfNotExists(cursor);
    Names.qualifiedName(cursor, "the name of a view");
  }

  /** The cursor is behind REFRESH; the word that says how may stand behind others. */
  private String withMethod(String text, int behindRefresh) {
    while (cursor.peek().start() < query && !cursor.at("AS")) {
      if (cursor.atAny(OTHER_METHODS)) {
        return replaced(text, cursor.peek().start(), cursor.peek().end(), "FAST");
      }
      if (!cursor.acceptParenthesis()) {
        cursor.next();
      }
    }
    return replaced(text, behindRefresh, behindRefresh, " FAST");
  }

  private String replaced(String text, int from, int to, String by) {
    int first = cursor.token(0).start();
    return text.substring(0, from - first) + by + text.substring(to - first);
  }
}
