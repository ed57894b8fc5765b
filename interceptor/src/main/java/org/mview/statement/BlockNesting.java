package org.mview.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * How deep in blocks a statement is while its tokens go by, so that a semicolon between BEGIN and
 * END is not taken for its end. For statements that may have a block; others need none of this.
 *
 * <p>IF, LOOP and their like are not counted: they are always within BEGIN and END, and not every
 * database ends them with END IF.
 */
final class BlockNesting {
  /** What END ends. */
  private enum Frame {
    /** Up to BEGIN: the declarations of a routine or a block; a package is nothing else. */
    DECLARATIONS,
    BODY,
    CASE
  }

  private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "PACKAGE");

  /** What stands behind END when it ends none of the frames. */
  private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

  /** What follows AS or IS when a routine has no block of its own behind it. */
  private static final Set<String> NO_BLOCK =
      Set.of(
          "DELETE",
          "EXEC",
          "EXECUTE",
          "EXTERNAL",
          "INSERT",
          "LANGUAGE",
          "MERGE",
          "RETURN",
          "SELECT",
          "SET",
          "UPDATE",
          "WITH");

  private final Deque<Frame> frames = new ArrayDeque<>();
  private boolean opened;
  private int parentheses;
  private Token previous = new Token(Kind.END, "", 0, 0);

  /** Between the name of a routine and its IS or AS. */
  private boolean inHeader;

  /** Behind that IS or AS: what comes next decides. */
  private boolean behindHeader;

  /** Takes the next token in, which is no comment. */
  void step(Token token) {
    resolve(token);
    enter(token);
    previous = token;
  }

  /** Whether a semicolon here would be within a block. */
  boolean isOpen() {
    return !frames.isEmpty();
  }

  /** Whether there has been a block. */
  boolean hasBlock() {
    return opened;
  }

  private void open(Frame frame) {
    frames.push(frame);
    opened = true;
  }

  /** What the token before this one has left undecided. */
  private void resolve(Token token) {
    if (previous.is("END") && !UNCOUNTED.contains(token.keyword())) {
      frames.poll();
    }
    if (behindHeader) {
      behindHeader = false;
      inHeader = false;
      if (!token.is(Kind.STRING) && !NO_BLOCK.contains(token.keyword())) {
        open(Frame.DECLARATIONS);
      }
    }
    if (previous.is("BEGIN") && (token.is("TRAN") || token.is("TRANSACTION"))) {
      frames.poll();
    }
  }

  private void enter(Token token) {
    if (token.is("(")) {
      parentheses++;
    } else if (token.is(")")) {
      parentheses--;
    } else if (token.is(";")) {
      inHeader = false;
    } else if (token.is(Kind.WORD) && parentheses <= 0) {
      enterWord(token);
    } else if (token.is("CASE") && !previous.is("END")) {
      open(Frame.CASE);
    }
  }

  private void enterWord(Token token) {
    boolean declaring = frames.isEmpty() || frames.peek() == Frame.DECLARATIONS;
    if (token.is("BEGIN")) {
      if (frames.peek() == Frame.DECLARATIONS) {
        frames.pop();
      }
      open(Frame.BODY);
    } else if (token.is("CASE") && !previous.is("END")) {
      open(Frame.CASE);
    } else if (token.is("DECLARE") && frames.isEmpty()) {
      open(Frame.DECLARATIONS);
    } else if (token.is("COMPOUND") && frames.isEmpty()) {
      open(Frame.BODY);
    } else if (declaring && (ROUTINES.contains(token.keyword()) || isTypeBody(token))) {
      inHeader = true;
    } else if (inHeader && (token.is("IS") || token.is("AS")) && !previous.is("EXECUTE")) {
      behindHeader = true;
    }
  }

  private boolean isTypeBody(Token token) {
    return token.is("BODY") && previous.is("TYPE");
  }
}
