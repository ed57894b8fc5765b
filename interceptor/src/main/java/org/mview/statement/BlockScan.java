package org.mview.statement;

import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * Whether a block calls procedures of ours and does nothing else. Only the first words of each
 * statement are looked at: when they are ours, so are the errors behind them.
 */
final class BlockScan {
  private static final Set<String> OTHER_DECLARATIONS =
      Set.of("CURSOR", "FUNCTION", "PRAGMA", "PROCEDURE", "SUBTYPE", "TYPE");

  private final Cursor cursor;
  private boolean callsOurs;

  private BlockScan(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The cursor stays before the block. */
  static boolean isOurs(Cursor cursor) {
    int place = cursor.place();
    BlockScan scan = new BlockScan(cursor);
    boolean ours = scan.declarations() && scan.statements() && scan.callsOurs;
    cursor.backTo(place);
    return ours;
  }

  private boolean declarations() {
    if (cursor.accept("DECLARE")) {
      while (!cursor.at("BEGIN")) {
        if (cursor.atAny(OTHER_DECLARATIONS) || !Names.atName(cursor) || !skipStatement()) {
          return false;
        }
      }
    }
    return cursor.accept("BEGIN");
  }

  private boolean statements() {
    while (!cursor.at("END")) {
      if (cursor.at(Kind.END)) {
        return true;
      }
      if (!acceptBeginning()) {
        return false;
      }
      if (!skipStatement()) {
        return true;
      }
    }
    return true;
  }

  private boolean acceptBeginning() {
    if (acceptCall()) {
      return true;
    }
    if (cursor.acceptAny(Set.of("COMMIT", "ROLLBACK", "NULL"))) {
      cursor.accept("WORK");
      return cursor.at(";");
    }
    return acceptAssignment();
  }

  private boolean acceptCall() {
    boolean ours = RoutineName.acceptOurs(cursor).isPresent();
    callsOurs |= ours;
    return ours;
  }

  private boolean acceptAssignment() {
    if (cursor.at(Kind.PARAMETER)) {
      cursor.next();
    } else if (Names.atName(cursor)) {
      cursor.next();
      if (cursor.at("(") && !cursor.acceptParenthesis()) {
        return false;
      }
    }
    boolean assigned = cursor.accept(":=");
    if (assigned) {
      acceptCall();
    }
    return assigned;
  }

  /** Steps behind the next semicolon; false if there is none. */
  private boolean skipStatement() {
    while (!cursor.accept(";")) {
      if (cursor.at(Kind.END) || cursor.at(Kind.UNTERMINATED)) {
        return false;
      }
      cursor.next();
    }
    return true;
  }
}
