package org.mview.statement;

import static org.mview.error.MViewError.VIEW_LIST_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.Token.Kind;

/** A list of names as a call of a package gives it: in one string with commas, or in several. */
public final class NameList {
  /**
   * Those of Oracle; and a backtick can be nothing else than the quote of a name, on any database.
   */
  private static final LexicalRules RULES = LexicalRules.of(LexicalRules.Feature.BACKTICK_NAMES);

  private NameList() {}

  /**
   * The names, in order.
   *
   * @throws org.mview.error.MViewException VIEW_LIST_UNKNOWN, when something in it is no name
   */
  public static List<QualifiedName> of(List<String> texts) {
    List<QualifiedName> names = new ArrayList<>();
    for (String text : texts) {
      Cursor cursor = new Cursor(text, RULES);
      do {
        Optional<QualifiedName> name = Names.acceptQualifiedName(cursor);
        names.add(name.orElseThrow(() -> VIEW_LIST_UNKNOWN.of(text.strip())));
      } while (cursor.accept(","));
      if (!cursor.at(Kind.END)) {
        throw VIEW_LIST_UNKNOWN.of(text.strip());
      }
    }
    return names;
  }
}
