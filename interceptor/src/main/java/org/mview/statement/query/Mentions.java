package org.mview.statement.query;

import java.util.Set;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.statement.Words;

/** Whether a name occurs in a query, be it as that of a table or of something else. */
final class Mentions {
  private Mentions() {}

  static boolean of(Select select, String name) {
    Set<String> words = Words.of(select.toString());
    return words.stream().anyMatch(name::equalsIgnoreCase);
  }
}
