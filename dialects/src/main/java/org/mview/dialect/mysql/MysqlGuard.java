package org.mview.dialect.mysql;

import static org.mview.dialect.mysql.MysqlNames.NAMES;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/**
 * An empty table that refers to a master. TRUNCATE, which fires no triggers, is then refused by the
 * server, whoever asks for it; and so is DROP TABLE by a program without our driver.
 */
final class MysqlGuard {
  private MysqlGuard() {}

  /**
   * The statement that makes it; none for a table without a key that can be referred to, and none
   * for one in partitions, which takes no foreign keys.
   */
  static List<String> create(TableInfo master) {
    if (master.kind() == TableInfo.Kind.PARTITIONED) {
      return List.of();
    }
    List<TableColumn> key =
        master.primaryKey().stream()
            .flatMap(name -> master.table().columns().stream().filter(c -> c.name().equals(name)))
            .toList();
    boolean refers = !key.isEmpty() && key.stream().noneMatch(MysqlGuard::isLong);
    return refers ? List.of(statement(master, key)) : List.of();
  }

  private static boolean isLong(TableColumn column) {
    String type = column.type().declaration();
    return type.contains("text") || type.contains("blob");
  }

  private static String statement(TableInfo master, List<TableColumn> key) {
    String columns =
        key.stream()
            .map(c -> NAMES.quoted(c.name().text()) + " " + c.type().declaration() + " NULL")
            .collect(Collectors.joining(", "));
    String names = NAMES.list(master.primaryKey());
    return "CREATE TABLE IF NOT EXISTS %s (%s, FOREIGN KEY (%s) REFERENCES %s (%s)) ENGINE = InnoDB"
        .formatted(
            NAMES.quoted(name(master.name())), columns, names, NAMES.quoted(master.name()), names);
  }

  static String drop(QualifiedName master) {
    return "DROP TABLE IF EXISTS " + NAMES.quoted(name(master));
  }

  private static QualifiedName name(QualifiedName master) {
    return master.sibling(NAMES.fitting("mview$guard$" + master.name()));
  }
}
