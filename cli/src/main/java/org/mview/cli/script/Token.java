package org.mview.cli.script;

/** A piece of a line of SQL; the pieces of a line, one after the other, are the line. */
record Token(Kind kind, String text) {
  /** What the splitter tells apart. */
  enum Kind {
    SPACE,
    /** To the end of the line. */
    LINE_COMMENT,
    /** Or the part of one that is on this line. */
    BLOCK_COMMENT,
    /** A string or a quoted name, or the part of one that is on this line. */
    QUOTATION,
    /** A keyword, a name or a number. */
    WORD,
    SEMICOLON,
    SYMBOL
  }
}
