package org.mview.explain;

import static org.mview.error.MViewError.CAPABILITIES_TABLE_NOT_VALID;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/** MV_CAPABILITIES_TABLE: made when it is first needed; rows of earlier calls stay. */
public final class CapabilitiesTable {
  private static final String NAME = "MV_CAPABILITIES_TABLE";

  private static final List<String> COLUMNS =
      List.of(
          "STATEMENT_ID",
          "MVOWNER",
          "MVNAME",
          "CAPABILITY_NAME",
          "POSSIBLE",
          "RELATED_TEXT",
          "RELATED_NUM",
          "MSGNO",
          "MSGTXT",
          "SEQ");

  private static final String CREATE =
      """
      CREATE TABLE %s (STATEMENT_ID VARCHAR(30), MVOWNER VARCHAR(128), MVNAME VARCHAR(128), \
      CAPABILITY_NAME VARCHAR(30), POSSIBLE CHAR(1), RELATED_TEXT VARCHAR(2000), \
      RELATED_NUM NUMERIC, MSGNO INTEGER, MSGTXT VARCHAR(2000), SEQ NUMERIC)""";

  private static final String INSERT =
      """
      INSERT INTO %1$s (STATEMENT_ID, MVOWNER, MVNAME, CAPABILITY_NAME, POSSIBLE, RELATED_TEXT, \
      RELATED_NUM, MSGNO, MSGTXT, SEQ) \
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT n FROM (SELECT COALESCE(MAX(SEQ), 0) + 1 AS n FROM %1$s) AS last))""";

  private final Database database;
  private final QualifiedName table;

  /** The one in the home schema of a database. */
  public CapabilitiesTable(Database database) throws SQLException {
    this.database = database;
    this.table =
        database.home(
            database
                .dialect()
                .fold()
                .apply(database.dialect().catalog().storage().dictionaryCase().apply(NAME)));
  }

  /**
   * Adds what is possible for a view, behind all that is there.
   *
   * @param statement tells the rows of this call from others; empty for NULL
   */
  public void add(Examined examined, String statement) throws SQLException {
    createIfMissing();
    for (Capability capability : Capabilities.of(examined)) {
      add(capability, examined.name(), statement);
    }
  }

  private void createIfMissing() throws SQLException {
    Optional<TableInfo> found = database.table(table);
    if (found.isEmpty()) {
      database.define(CREATE.formatted(database.name(table)));
      return;
    }
    for (String column : COLUMNS) {
      boolean isThere =
          found.get().table().columns().stream()
              .anyMatch(known -> known.name().text().equalsIgnoreCase(column));
      if (!isThere) {
        throw CAPABILITIES_TABLE_NOT_VALID.of(column);
      }
    }
  }

  private void add(Capability capability, Optional<QualifiedName> view, String statement)
      throws SQLException {
    Optional<Capability.Because> reason = capability.reason();
    database.run(
        INSERT.formatted(database.name(table)),
        statement.isEmpty() ? null : statement,
        orNull(view.flatMap(QualifiedName::schema).map(Object::toString)),
        orNull(view.map(name -> name.name().text())),
        capability.name(),
        capability.possible() ? "Y" : "N",
        orNull(capability.related()),
        orNull(reason.flatMap(Capability.Because::error)),
        orNull(reason.map(Capability.Because::message)),
        orNull(reason.map(Capability.Because::text)));
  }

  private static @Nullable Object orNull(Optional<?> value) {
    return value.orElse(null);
  }
}
