package org.mview.dialect.hsqldb;

import static org.mview.dialect.hsqldb.HsqldbNames.NAMES;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * A table of one row that refers to a master, and to no row of it. TRUNCATE, which fires no
 * triggers, is then refused by the database, whoever asks for it; and so is DROP TABLE by a program
 * without our driver. A reference from an empty table would not keep anybody from it.
 */
final class HsqldbGuard {
  private HsqldbGuard() {}

  /** The statements that make it; none for a table without a primary key. */
  static List<String> create(TableInfo master) {
    if (master.primaryKey().isEmpty()) {
      return List.of();
    }
    String guard = NAMES.quoted(name(master.name()));
    String columns =
        master.primaryKey().stream()
            .map(c -> NAMES.quoted(c.text()) + " " + master.type(c).declaration())
            .collect(Collectors.joining(", "));
    String names = NAMES.list(master.primaryKey());
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (%s, FOREIGN KEY (%s) REFERENCES %s (%s))"
            .formatted(guard, columns, names, NAMES.quoted(master.name()), names),
        "INSERT INTO %1$s SELECT %2$s FROM (VALUES (0)) AS one WHERE NOT EXISTS (SELECT 1 FROM %1$s)"
            .formatted(guard, nulls(master)));
  }

  private static String nulls(TableInfo master) {
    return master.primaryKey().stream()
        .map(c -> nullOf(c, master))
        .collect(Collectors.joining(", "));
  }

  /** A NULL in a query has to have a type; a collation is none of it. */
  private static String nullOf(Identifier column, TableInfo master) {
    return "CAST(NULL AS %s)"
        .formatted(master.type(column).declaration().replaceFirst(" COLLATE .*", ""));
  }

  static String drop(QualifiedName master) {
    return "DROP TABLE IF EXISTS " + NAMES.quoted(name(master));
  }

  private static QualifiedName name(QualifiedName master) {
    return master.sibling(NAMES.fitting("mview$guard$" + master.name()));
  }
}
