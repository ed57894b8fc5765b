package org.mview.dialect.h2;

import static org.mview.dialect.h2.H2Names.NAMES;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/**
 * An empty table that refers to a master. TRUNCATE, which fires no triggers, is then refused by the
 * database, whoever asks for it; and so is DROP TABLE by a program without our driver.
 */
final class H2Guard {
  private H2Guard() {}

  /** The statement that makes it; none for a table without a primary key. */
  static List<String> create(TableInfo master) {
    if (master.primaryKey().isEmpty()) {
      return List.of();
    }
    String columns =
        master.primaryKey().stream()
            .map(c -> NAMES.quoted(c.text()) + " " + master.type(c).declaration())
            .collect(Collectors.joining(", "));
    String names = NAMES.list(master.primaryKey());
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (%s, FOREIGN KEY (%s) REFERENCES %s (%s))"
            .formatted(
                NAMES.quoted(name(master.name())),
                columns,
                names,
                NAMES.quoted(master.name()),
                names));
  }

  static String drop(QualifiedName master) {
    return "DROP TABLE IF EXISTS " + NAMES.quoted(name(master));
  }

  private static QualifiedName name(QualifiedName master) {
    return master.sibling(NAMES.fitting("mview$guard$" + master.name()));
  }
}
