package org.mview.statement;

import java.util.List;

/**
 * A table, or a view, in the FROM of a query block with the hint FRESH_MV.
 *
 * @param name as it is written
 * @param start offset of its first character in the text
 * @param last offset of the first character behind its qualifiers
 * @param end offset behind its last character
 * @param called whether a name for it follows, by which the rest of the block calls it
 */
public record FreshRead(QualifiedName name, int start, int last, int end, boolean called) {
  /** Whether a text may have such; costs next to nothing where it has no hint at all. */
  public static boolean mayBeIn(String sql) {
    return FreshHint.mayBeIn(sql);
  }

  /**
   * The same text with blanks in the place of the hints FRESH_MV; what they are about stands where
   * it stood.
   */
  public static String withoutHints(String sql, LexicalRules rules) {
    return new FreshReads(sql, rules).withoutHints(sql);
  }

  /** All of a text, in their order. */
  public static List<FreshRead> in(String sql, LexicalRules rules) {
    return new FreshReads(sql, rules).all();
  }
}
