package org.mview.catalog;

import org.mview.database.Database;
import org.mview.sql.QualifiedName;

/**
 * Says in front of a statement which view it fills, so that the database's own list of what is
 * running shows it. That is how V$MVREFRESH knows, and whoever looks with the database's own tools.
 */
public final class Announcement {
  private static final String TEXT = "/* refreshes %s.%s */";

  private Announcement() {}

  /** The statement with the name of the view in front of it, where the database shows it. */
  public static String before(String statement, View view, Database database) {
    QualifiedName name = view.name();
    String schema = name.schema().map(Object::toString).orElse("");
    String text = TEXT.formatted(schema, name.name().text());
    boolean isShown = database.dialect().catalog().sessions().isPresent();
    return isShown && text.indexOf("*/") == text.length() - 2 ? text + " " + statement : statement;
  }

  /** An expression for what stands in front of the statements that fill the view {@code v}. */
  static String ofView() {
    return "REPLACE(REPLACE('%s', '@1', v.schema_name), '@2', v.name)"
        .formatted(TEXT.formatted("@1", "@2"));
  }
}
