package org.mview.statement;

/** What is to be explained: a materialized view, or a text that could become one. */
public sealed interface Explained {
  /** A view that is there. */
  record Existing(QualifiedName name) implements Explained {}

  /**
   * A text that could become a view.
   *
   * @param named whether the text names the view; a query alone does not
   */
  record Text(CreateMaterializedView create, boolean named) implements Explained {}

  /**
   * What a text stands for: the name of a view, a query, or CREATE MATERIALIZED VIEW.
   *
   * @throws org.mview.error.MViewException SYNTAX, when it is none of them
   */
  static Explained of(String text, LexicalRules rules) {
    return ExplainParser.text(new Cursor(text, rules));
  }
}
