package org.mview.dialect.duckdb;

import static org.mview.dialect.duckdb.DuckdbNames.NAMES;
import static org.mview.dialect.duckdb.DuckdbNames.literal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Triggers that make transactions fail that change one row beside each other.
 *
 * <p>DuckDB (2.0.0) lets two of them change different columns of a row, or one delete what the
 * other updates, and commits both. The row is then what neither of them has seen, and what both
 * have logged does not lead to it. So who updates or deletes rows counts up the numbers of those of
 * them, by the hash of their keys; to count up the same number beside each other is a conflict.
 */
final class DuckdbClaims {
  /** Rows whose hashes agree to this modulus stand for each other. */
  private static final int PARTS = 64;

  /** They count as triggers of the log, which is not intact without them. */
  private static final String PURPOSE = "mview$log$claim$";

  private static final String COUNT_UP =
      """
      UPDATE %s SET times = times + 1 WHERE name = %s AND part IN (\
      SELECT hash(%s) %% %s FROM "%s")""";

  private DuckdbClaims() {}

  /** Statements that make the numbers, where they are not there. */
  static List<String> prepare(TableInfo master) {
    String table = table(master.name());
    return List.of(
        """
        INSERT INTO %s (name, part, times) SELECT %s, range, 0 FROM range(%s) ON CONFLICT DO NOTHING"""
            .formatted(table, name(master.name()), PARTS));
  }

  static List<DuckdbTrigger> triggers(TableInfo master) {
    String rows =
        COUNT_UP.formatted(
            table(master.name()), name(master.name()), key(master), PARTS, DuckdbEvent.OLD);
    return Stream.of(DuckdbEvent.UPDATE, DuckdbEvent.DELETE)
        .map(event -> new DuckdbTrigger(PURPOSE, event, DuckdbEvent.REFERENCING_OLD, rows))
        .toList();
  }

  static Stream<String> drop(QualifiedName master) {
    return Stream.of(DuckdbEvent.UPDATE, DuckdbEvent.DELETE)
        .map(event -> DuckdbTrigger.drop(PURPOSE, event, master));
  }

  /** The statement that removes the numbers. */
  static String forget(QualifiedName master) {
    return "DELETE FROM %s WHERE name = %s".formatted(table(master), name(master));
  }

  /** Beside each other, two transactions see the same row under the same key. */
  private static String key(TableInfo master) {
    List<Identifier> key = master.rowIdentity();
    return key.stream().map(c -> NAMES.quoted(c.text())).collect(Collectors.joining(", "));
  }

  private static String table(QualifiedName master) {
    return NAMES.quoted(master.sibling("mview$claim"));
  }

  private static String name(QualifiedName master) {
    return literal(master.name().text());
  }
}
