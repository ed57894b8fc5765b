package org.mview.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Statement;

/**
 * Makes an index. Never a unique one: it would have NULL unlike NULL, and texts would have to be
 * short. It only finds rows.
 *
 * @param byBeginnings whether a row is found by the beginning of a long text. MySQL does not find
 *     it where the value that is looked for is no column of a table, but an expression or a column
 *     of a subquery, and longer than the beginning, and refuses long beginnings of TINYTEXT: there
 *     a column stands in an index as a whole, or not at all.
 */
record MysqlCreateIndex(boolean byBeginnings) {
  private static final Set<String> WITHOUT_INDEX =
      Set.of("json", "geometry", "point", "linestring", "polygon", "binary(0)", "char(0)");

  /** A key has at most so many columns. */
  private static final int MOST_COLUMNS = 16;

  /** A key has at most so many bytes, in all columns together. */
  private static final int MOST_BYTES = 3000;

  /** No number and no time takes more. */
  private static final int BYTES_OF_OTHERS = 40;

  private static final int BYTES_OF_CHARACTER = 4;

  private static final int BYTES_OF_LENGTH = 2;

  /** The statement; empty where no column can be in an index. */
  String text(Definition.CreateIndex index, SqlWriter writer) {
    List<Statement.Key> keys = keys(index);
    if (keys.isEmpty()) {
      return "";
    }
    int longest = (MOST_BYTES / keys.size() - BYTES_OF_LENGTH) / BYTES_OF_CHARACTER;
    return "CREATE INDEX %s ON %s (%s)"
        .formatted(
            // Without its schema: an index is always in that of its table.
            writer.name(index.name().name()),
            writer.name(index.table()),
            keys.stream()
                .map(
                    key ->
                        writer.name(key.column())
                            + (byBeginnings ? beginning(key.type().declaration(), longest) : "")
                            + index.direction(key))
                .collect(Collectors.joining(", ")));
  }

  private List<Statement.Key> keys(Definition.CreateIndex index) {
    List<Statement.Key> keys =
        index.key().stream()
            .filter(key -> WITHOUT_INDEX.stream().noneMatch(key.type().declaration()::startsWith))
            .toList();
    return (byBeginnings ? keys : inWhole(keys)).stream().limit(MOST_COLUMNS).toList();
  }

  /** Those that can be in an index as a whole, as many as there is room for. */
  private static List<Statement.Key> inWhole(List<Statement.Key> keys) {
    List<Statement.Key> whole = new ArrayList<>();
    int room = MOST_BYTES;
    for (Statement.Key key : keys) {
      String declaration = key.type().declaration();
      int bytes = bytes(declaration);
      if (!isText(declaration) && bytes <= room) {
        whole.add(key);
        room -= bytes;
      }
    }
    return whole;
  }

  private static int bytes(String declaration) {
    return isString(declaration)
        ? length(declaration) * BYTES_OF_CHARACTER + BYTES_OF_LENGTH
        : BYTES_OF_OTHERS;
  }

  private static String beginning(String declaration, int longest) {
    boolean isLong = isString(declaration) && length(declaration) > longest;
    return isLong || isText(declaration) ? "(%s)".formatted(longest) : "";
  }

  private static boolean isText(String declaration) {
    return declaration.contains("text") || declaration.contains("blob");
  }

  private static boolean isString(String declaration) {
    return declaration.contains("char(") || declaration.contains("binary(");
  }

  private static int length(String declaration) {
    int open = declaration.indexOf('(');
    return Integer.parseInt(declaration.substring(open + 1, declaration.indexOf(')', open)));
  }
}
