package org.mview.cli.script;

import java.util.Locale;
import java.util.Set;

/**
 * Follows one statement word by word, to know at a semicolon whether it is inside a block.
 *
 * <p>Blocks are looked for only where there can be one: a statement that begins with {@code BEGIN}
 * (unless it begins a transaction) or {@code DECLARE}, and one that creates a trigger or another
 * routine. A routine of Oracle that declares variables before its {@code BEGIN} is not recognised.
 */
final class Blocks {
  private static final Set<String> ROUTINES =
      Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "PACKAGE", "EVENT");

  /** After BEGIN: what begins is a transaction. */
  private static final Set<String> TRANSACTION =
      Set.of(
          "TRANSACTION",
          "TRAN",
          "WORK",
          "DEFERRED",
          "IMMEDIATE",
          "EXCLUSIVE",
          "CONCURRENT",
          "ISOLATION",
          "READ");

  /** After END: what ends is a statement inside the block, whose beginning was not counted. */
  private static final Set<String> INNER = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

  /** CREATE OR REPLACE DEFINER = a @ b TRIGGER: the object's kind comes no later than this. */
  private static final int LAST_PLACE_OF_KIND = 8;

  private enum Kind {
    /** Nothing read yet, or a CREATE whose object is not yet known. */
    UNDECIDED,
    /** A block, or a statement with one in it. */
    WITH_BLOCK,
    /** No block: the first semicolon is its end. */
    PLAIN
  }

  private Kind kind = Kind.UNDECIDED;
  private String first = "";
  private int words;
  private int depth;
  private boolean endJustRead;
  private boolean declarations;
  private boolean sawBlock;

  /** A semicolon has not ended the statement. */
  private boolean goesOn;

  /** The next word outside quotations and comments. */
  void word(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    words++;
    if (words == 1) {
      first = word;
    }
    decide(word);
    if (kind == Kind.WITH_BLOCK) {
      count(word);
    }
  }

  /** Anything else but space and comments. */
  void other() {
    settleEnd("");
  }

  /** Whether a semicolon here ends the statement. */
  boolean semicolonEnds() {
    settleEnd("");
    if (kind != Kind.WITH_BLOCK || isBeginAlone()) {
      return true;
    }
    boolean ends = depth == 0 && !declarations;
    goesOn |= !ends;
    return ends;
  }

  /** Whether there was a block, so that the semicolon after its END is part of it. */
  boolean sawBlock() {
    return sawBlock && !isBeginAlone();
  }

  private boolean isBeginAlone() {
    return words == 1 && first.equals("BEGIN");
  }

  private void decide(String word) {
    if (words == 1) {
      kind = atFirst(word);
      declarations = word.equals("DECLARE");
    } else if (words == 2 && first.equals("BEGIN") && TRANSACTION.contains(word)) {
      kind = Kind.PLAIN;
      sawBlock = false;
    } else if (first.equals("DECLARE") && isDeclarationOfItsOwn(word)) {
      kind = Kind.PLAIN;
    } else if (kind == Kind.UNDECIDED && words <= LAST_PLACE_OF_KIND && ROUTINES.contains(word)) {
      kind = Kind.WITH_BLOCK;
    }
  }

  private static Kind atFirst(String word) {
    return switch (word) {
      case "BEGIN", "DECLARE" -> Kind.WITH_BLOCK;
      case "CREATE", "ALTER" -> Kind.UNDECIDED;
      default -> Kind.PLAIN;
    };
  }

  /**
   * DECLARE c CURSOR FOR … and DECLARE @v INT are statements; DECLARE CURSOR c … begins a block.
   */
  private boolean isDeclarationOfItsOwn(String word) {
    boolean cursor = word.equals("CURSOR") && words > 2;
    return declarations && !goesOn && (cursor || (words == 2 && word.startsWith("@")));
  }

  private void count(String word) {
    if (settleEnd(word)) {
      return;
    }
    switch (word) {
      case "BEGIN" -> {
        depth++;
        declarations = false;
        sawBlock = true;
      }
      case "CASE" -> depth++;
      case "END" -> endJustRead = true;
      case "DECLARE" -> declarations = depth == 0;
      default -> {}
    }
  }

  /**
   * What an END ended is known from what follows it.
   *
   * @return whether that next word belongs to the END
   */
  private boolean settleEnd(String next) {
    if (!endJustRead) {
      return false;
    }
    endJustRead = false;
    if (INNER.contains(next)) {
      return true;
    }
    depth--;
    return next.equals("CASE");
  }
}
