package org.mview.command;

import static org.mview.error.MViewError.COLUMN_MISSING;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.dimension.Claim;
import org.mview.dimension.ClaimQuery;
import org.mview.dimension.Dimension;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** DIMENSION_EXCEPTIONS: made when it is first needed; rows of earlier calls stay. */
final class ExceptionsTable {
  private static final String NAME = "DIMENSION_EXCEPTIONS";

  private static final List<String> COLUMNS =
      List.of("STATEMENT_ID", "OWNER", "TABLE_NAME", "DIMENSION_NAME", "RELATIONSHIP", "BAD_ROWID");

  private static final String CREATE =
      """
      CREATE TABLE %s (STATEMENT_ID VARCHAR(128), OWNER VARCHAR(128), TABLE_NAME VARCHAR(128), \
      DIMENSION_NAME VARCHAR(128), RELATIONSHIP VARCHAR(11), BAD_ROWID VARCHAR(2000))""";

  /** A text whose type every database knows before it is run. */
  private static final String TEXT = "TRIM(CAST(? AS CHAR(128)))";

  /** Where a column of a key is put. */
  private static final String PLACE = "{%s}";

  private static final String KEY = "TRIM(CAST(t.%s AS CHAR(2000)))";

  private final Database database;
  private final Dimension dimension;
  private final String statement;

  /**
   * For the rows that contradict a dimension.
   *
   * @param statement tells the rows of this call from others; empty for NULL
   */
  ExceptionsTable(Database database, Dimension dimension, String statement) {
    this.database = database;
    this.dimension = dimension;
    this.statement = statement;
  }

  /**
   * Adds the rows that contradict a claim.
   *
   * @return how many
   */
  long add(Claim claim) throws SQLException {
    String rows = new ClaimQuery(database::name, database.dialect()::quoted).from(claim);
    QualifiedName table = claim.table();
    return database.run(
        "INSERT INTO %s (%s) SELECT %5$s, %5$s, %5$s, %5$s, %5$s, %3$s FROM %4$s"
            .formatted(database.name(name()), String.join(", ", COLUMNS), key(table), rows, TEXT),
        statement.isEmpty() ? null : statement,
        table.schema().map(Identifier::text).orElse(""),
        table.name().text(),
        dimension.name().name().text(),
        claim.relationship().toString());
  }

  /** Its name; it is made where it is not there. */
  private QualifiedName name() throws SQLException {
    QualifiedName name =
        database.home(
            database
                .dialect()
                .fold()
                .apply(database.dialect().catalog().storage().dictionaryCase().apply(NAME)));
    Optional<TableInfo> found = database.table(name);
    if (found.isEmpty()) {
      database.define(CREATE.formatted(database.name(name)));
      return name;
    }
    for (String column : COLUMNS) {
      if (found.get().table().columns().stream()
          .noneMatch(known -> known.name().text().equalsIgnoreCase(column))) {
        throw COLUMN_MISSING.of(name, column);
      }
    }
    return name;
  }

  /** By what a row is found: its only key column, or all of them with commas between. */
  private String key(QualifiedName table) throws SQLException {
    List<Identifier> columns =
        database
            .table(table)
            .filter(found -> found.kind() != TableInfo.Kind.VIEW) // its rows are of other tables
            .map(TableInfo::rowIdentity)
            .orElse(List.of());
    if (columns.isEmpty()) {
      return "NULL";
    }
    // CONCAT and || are not everywhere the same, or not there; this is
    String key =
        IntStream.range(0, columns.size())
            .mapToObj(PLACE::formatted)
            .collect(Collectors.joining(", ", "'", "'"));
    for (int i = columns.size() - 1; i >= 0; i--) {
      String value = KEY.formatted(database.dialect().quoted(columns.get(i).text()));
      key = "REPLACE(%s, '%s', %s)".formatted(key, PLACE.formatted(i), value);
    }
    return key;
  }
}
