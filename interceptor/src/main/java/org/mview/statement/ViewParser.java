package org.mview.statement;

import static org.mview.error.MViewError.CLAUSES_EXCLUDE_EACH_OTHER;

import java.util.ArrayList;
import java.util.List;

/** The short statements about materialized views. */
final class ViewParser {
  private static final String VIEW = "the name of a materialized view";

  private ViewParser() {}

  /** Behind DROP MATERIALIZED VIEW. */
  static Command drop(Cursor cursor) {
    boolean ifExists = Names.acceptIfExists(cursor);
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(Names.qualifiedName(cursor, VIEW));
    } while (cursor.accept(","));
    boolean preserveTable = cursor.accept("PRESERVE", "TABLE");
    boolean cascade = cursor.accept("CASCADE");
    if (!cascade) {
      cursor.accept("RESTRICT");
    }
    cursor.expectEnd();
    return new DropMaterializedView(names, ifExists, preserveTable, cascade);
  }

  /** Behind REFRESH MATERIALIZED VIEW. */
  static Command refresh(Cursor cursor) {
    boolean concurrently = acceptConcurrently(cursor);
    QualifiedName name = Names.qualifiedName(cursor, VIEW);
    boolean withData = !cursor.accept("WITH", "NO", "DATA");
    if (withData) {
      cursor.accept("WITH", "DATA");
    }
    cursor.expectEnd();
    if (concurrently && !withData) {
      throw CLAUSES_EXCLUDE_EACH_OTHER.of("CONCURRENTLY", Clause.WITH_NO_DATA);
    }
    return new RefreshMaterializedView(name, concurrently, withData);
  }

  /** The keyword, unless it is the name of a view. */
  private static boolean acceptConcurrently(Cursor cursor) {
    int start = cursor.place();
    boolean concurrently = cursor.accept("CONCURRENTLY") && Names.atName(cursor);
    if (!concurrently || cursor.at("WITH")) {
      cursor.backTo(start);
      return false;
    }
    return true;
  }
}
