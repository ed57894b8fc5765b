package org.mview.catalog;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.Parts;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/**
 * Of which parts the masters of logs are made. A log knows the parts that its master had when its
 * first reader began; when it has others, rows have come or gone of which no trigger has heard.
 *
 * <p>What asks for them is made with the first log of such a table: others do not pay for it.
 */
public final class PartRows {
  /** What a log knows whose master has parts that nobody may ask for: they are never those. */
  private static final String UNKNOWN = "unknown";

  private static final String KNOWING = "SELECT id FROM \"mview$log\" WHERE uniques <> ''";

  private static final String UNREAD =
      " AND NOT EXISTS (SELECT 1 FROM \"mview$reader\" AS r WHERE r.log_id = \"mview$log\".id)";

  private final Database database;
  private final Optional<Parts> parts;

  PartRows(Database database) {
    this.database = database;
    this.parts = database.dialect().tables().parts();
  }

  /** Whether there is anything to be asked on this database. */
  boolean exist() {
    return parts.isPresent();
  }

  /** Whether any log knows some; a condition. */
  static String areKnown() {
    return "EXISTS (%s)".formatted(KNOWING);
  }

  /** Whether a log misses nothing, as far as views can tell that are made now. */
  String intact() throws SQLException {
    String intact = database.dialect().catalog().intact();
    String learned = database.dialect().catalog().tableExists().formatted(Parts.VIEW);
    return exist() && database.readOne(learned, row -> true).isPresent() ? with(intact) : intact;
  }

  private static String with(String intact) {
    return "(%s AND %s)".formatted(intact, Parts.KNOWN);
  }

  /** A number that changes when the parts of any master do, of logs that know some. */
  long number() throws SQLException {
    return unlessRefused(
            """
            SELECT SUM(CRC32(COALESCE(p.parts, ''))) FROM "mview$log" AS l \
            JOIN "mview$parts" AS p ON p.log_id = l.id WHERE l.uniques <> ''""")
        .map(Long::parseLong)
        .orElse(-1L);
  }

  /** The logs whose masters have other parts than they know, or where nobody may ask any more. */
  Set<Long> moved() throws SQLException {
    Set<Long> knowing = ids(KNOWING);
    try {
      return knowing.isEmpty() ? knowing : ids(KNOWING + " AND NOT " + Parts.KNOWN);
    } catch (SQLException e) {
      if (parts.orElseThrow().isRefusal(e)) {
        return knowing;
      }
      throw e;
    }
  }

  private Set<Long> ids(String sql) throws SQLException {
    return new HashSet<>(database.read(sql, row -> row.getLong(1)));
  }

  /**
   * Whether a log of this table can know its parts, or would, once it is {@link #learn learned}.
   */
  public boolean canTell(TableInfo table) throws SQLException {
    Parts some = parts.orElseThrow();
    return isTold(table, told(table, some.asked()).isPresent() ? some.asked() : some.asking());
  }

  /**
   * Makes what asks for the parts of tables, unless it is there.
   *
   * @return whether it tells those of this table
   */
  public boolean learn(TableInfo table) throws SQLException {
    Parts some = parts.orElseThrow();
    if (told(table, some.asked()).isEmpty() && isTold(table, some.asking())) {
      define(some);
    }
    return isTold(table, some.asked());
  }

  private void define(Parts some) throws SQLException {
    try {
      for (String definition : some.definitions()) {
        database.define(definition);
      }
      new Dictionary(database).learnParts(with(database.dialect().catalog().intact()));
    } catch (SQLException e) {
      if (!some.isRefusal(e)) {
        throw e;
      }
    }
  }

  private boolean isTold(TableInfo table, String query) throws SQLException {
    return told(table, query).filter(text -> !text.isEmpty()).isPresent();
  }

  private Optional<String> told(TableInfo table, String query) throws SQLException {
    return unlessRefused(query, table.name().name().text());
  }

  /** What is told, or nothing where who asks may not know it. */
  private Optional<String> unlessRefused(String query, @Nullable Object... parameters)
      throws SQLException {
    try {
      List<Optional<String>> rows =
          database.read(query, row -> Optional.ofNullable(row.getString(1)), parameters);
      return rows.isEmpty() ? Optional.empty() : rows.get(0);
    } catch (SQLException e) {
      if (parts.orElseThrow().isRefusal(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * A log was given its triggers. If no view reads it, it knows the parts that its master has now,
   * as views read it only once they are filled again; else it knows those from before.
   */
  void captured(ChangeLog log) throws SQLException {
    if (exist()) {
      String now = now(log);
      enter(log, now, UNREAD);
      if (!now.isEmpty()) {
        enter(log, UNKNOWN, " AND uniques = ''"); // it has got parts since views began to read it
      }
    }
  }

  /** A log knows the parts that its master has now: who reads it is filled in this transaction. */
  public void know(ChangeLog log) throws SQLException {
    if (exist()) {
      enter(log, now(log), "");
    }
  }

  private void enter(ChangeLog log, String known, String condition) throws SQLException {
    database.run(
        "UPDATE \"mview$log\" SET uniques = ? WHERE id = ? AND uniques <> ?" + condition,
        known,
        log.id(),
        known);
  }

  private String now(ChangeLog log) throws SQLException {
    QualifiedName master = log.master();
    if (!database.isPartitioned(master)) {
      return "";
    }
    Optional<TableInfo> table = database.table(master);
    return table.isPresent() && learn(table.get())
        ? unlessRefused("SELECT p.parts FROM \"mview$parts\" AS p WHERE p.log_id = ?", log.id())
            .orElse(UNKNOWN)
        : UNKNOWN;
  }
}
