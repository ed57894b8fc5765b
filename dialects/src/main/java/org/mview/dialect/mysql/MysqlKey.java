package org.mview.dialect.mysql;

import static org.mview.dialect.mysql.MysqlNames.NAMES;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.Type;

/**
 * The primary key of a container, by which triggers find groups. No other unique index will do: one
 * of them may hold a key twice where {@code unique_checks} is off, and has NULL unlike NULL.
 */
final class MysqlKey {
  /** A key has at most so many columns. */
  private static final int MOST_COLUMNS = 16;

  /** So many bytes a column of a key may have, in every format of rows. */
  private static final int MOST_BYTES = 767;

  /** And so many all of them. */
  private static final int MOST_BYTES_OF_ALL = 3072;

  private static final int BYTES_OF_CHARACTER = 4;

  private static final Pattern STRING = Pattern.compile("(char|binary)\\((\\d+)\\)");

  private MysqlKey() {}

  /** Statements that give it to a table, none if it is there; empty where it cannot be. */
  static Optional<List<String>> of(TableInfo container, List<Identifier> key) {
    List<Identifier> there = container.primaryKey();
    boolean alone = container.uniques().size() == (there.isEmpty() ? 0 : 1);
    if (key.isEmpty() || (alone && there.equals(key))) {
      return alone ? Optional.of(List.of()) : Optional.empty();
    }
    List<Type> types =
        container.table().columns().stream()
            .filter(column -> key.contains(column.name()))
            .map(TableColumn::type)
            .toList();
    boolean can =
        alone
            && there.isEmpty()
            && key.size() <= MOST_COLUMNS
            && types.stream().allMatch(MysqlKey::isOfOneValue)
            && types.stream().mapToInt(MysqlKey::bytes).sum() <= MOST_BYTES_OF_ALL;
    return can
        ? Optional.of(
            List.of(
                "ALTER TABLE %s ADD PRIMARY KEY (%s)"
                    .formatted(NAMES.quoted(container.name()), NAMES.list(key))))
        : Optional.empty();
  }

  /** The statement that takes it away. */
  static Optional<String> away(TableInfo container) {
    return container.primaryKey().isEmpty()
        ? Optional.empty()
        : Optional.of("ALTER TABLE %s DROP PRIMARY KEY".formatted(NAMES.quoted(container.name())));
  }

  private static boolean isOfOneValue(Type type) {
    return type.sharp()
        && !type.nullable()
        && !type.declaration().contains("text")
        && !type.declaration().contains("blob")
        && bytes(type) <= MOST_BYTES;
  }

  /** At the most; of numbers and dates more than any of them has. */
  private static int bytes(Type type) {
    Matcher string = STRING.matcher(type.declaration());
    if (!string.find()) {
      return 2 * Long.SIZE;
    }
    int length = Integer.parseInt(string.group(2));
    return string.group(1).equals("char") ? length * BYTES_OF_CHARACTER : length;
  }
}
