package org.mview.dialect.duckdb;

import static org.mview.dialect.duckdb.DuckdbNames.NAMES;

import java.util.Locale;
import org.mview.sql.QualifiedName;

/**
 * A statement trigger of ours; its name is its table's alone.
 *
 * @param purpose the beginning of its name
 * @param rows what it is shown of the rows that have changed
 * @param does its one statement
 */
record DuckdbTrigger(String purpose, DuckdbEvent event, String rows, String does) {
  /** In place of one that is there. */
  String create(QualifiedName master) {
    return "CREATE OR REPLACE TRIGGER %s AFTER %s ON %s%s FOR EACH STATEMENT %s"
        .formatted(name(purpose, event), event, NAMES.quoted(master), rows, does);
  }

  static String drop(String purpose, DuckdbEvent event, QualifiedName master) {
    return "DROP TRIGGER IF EXISTS %s ON %s".formatted(name(purpose, event), NAMES.quoted(master));
  }

  private static String name(String purpose, DuckdbEvent event) {
    return NAMES.quoted(purpose + event.name().toLowerCase(Locale.ROOT));
  }
}
