package org.mview.statement;

import static org.mview.error.MViewError.CLAUSE_GIVEN_TWICE;
import static org.mview.error.MViewError.COLUMN_GIVEN_TWICE;
import static org.mview.error.MViewError.NOT_IN_ALTER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a log records: collected from WITH, ADD and NEW VALUES. */
final class LogContentsParser {
  private final Cursor cursor;
  private final GivenClauses given;
  private final Set<LogItem> items = EnumSet.noneOf(LogItem.class);
  private final List<Name> columns = new ArrayList<>();
  private final Set<String> distinct = new HashSet<>();
  private Optional<Boolean> newValues = Optional.empty();

  LogContentsParser(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
  }

  /** {@code WITH item, item … (column, …)}; the commas are not needed. */
  boolean acceptWith() {
    if (!given.accept(cursor, Clause.WITH)) {
      return false;
    }
    boolean comma = false;
    while (acceptItem()) {
      comma = cursor.accept(",");
    }
    if (comma) {
      throw cursor.unexpected("PRIMARY KEY, ROWID, OBJECT ID, SEQUENCE, COMMIT SCN or columns");
    }
    return true;
  }

  /** {@code ADD item (column, …), item …}. */
  boolean acceptAdd() {
    if (!cursor.accept("ADD")) {
      return false;
    }
    do {
      if (cursor.at("COMMIT", "SCN")) {
        throw NOT_IN_ALTER.of(LogItem.COMMIT_SCN);
      }
      if (!acceptItem()) {
        throw cursor.unexpected("PRIMARY KEY, ROWID, OBJECT ID, SEQUENCE or columns");
      }
      if (cursor.at("(")) {
        acceptItem();
      }
    } while (cursor.accept(","));
    return true;
  }

  private boolean acceptItem() {
    if (cursor.at("(")) {
      Names.list(cursor).forEach(this::add);
      return true;
    }
    for (LogItem item : LogItem.values()) {
      if (cursor.accept(item.toString().split(" "))) {
        if (!items.add(item)) {
          throw CLAUSE_GIVEN_TWICE.of(item);
        }
        return true;
      }
    }
    return false;
  }

  private void add(Name column) {
    if (!distinct.add(column.comparable())) {
      throw COLUMN_GIVEN_TWICE.of(column);
    }
    columns.add(column);
  }

  boolean acceptNewValues() {
    boolean including = cursor.at("INCLUDING", "NEW", "VALUES");
    if (!including && !cursor.at("EXCLUDING", "NEW", "VALUES")) {
      return false;
    }
    cursor.next();
    cursor.expect("NEW", "VALUES");
    given.add(Clause.NEW_VALUES);
    newValues = Optional.of(including);
    return true;
  }

  LogContents contents() {
    return new LogContents(items, columns, newValues);
  }
}
