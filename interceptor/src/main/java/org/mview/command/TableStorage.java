package org.mview.command;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Storage;
import org.mview.statement.Clause;
import org.mview.statement.StorageClause;
import org.mview.statement.StorageClauses;

/** What the clauses about storage of a statement ask of a database that has the like. */
final class TableStorage {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,9}\\b");

  private final Database database;
  private final List<String> templates;

  private TableStorage(Database database, List<String> templates) {
    this.database = database;
    this.templates = List.copyOf(templates);
  }

  /** Of a statement without such clauses. */
  static TableStorage none(Database database) {
    return new TableStorage(database, List.of());
  }

  /**
   * What they ask, before anything is made: clauses that must not be ignored are refused, and a
   * warning says which of the others have no effect.
   */
  static TableStorage of(List<StorageClause> clauses, Work work) throws SQLException {
    Database database = work.database();
    String name = database.dialect().name();
    Map<StorageClause, String> templates = new LinkedHashMap<>();
    for (StorageClause clause : clauses) {
      Optional<Storage> storage =
          StorageClauses.isNative(clause, name) ? asked(clause, database) : Optional.empty();
      if (storage.isPresent()) {
        database
            .dialect()
            .tables()
            .storing(database.connection(), storage.get())
            .ifPresent(template -> templates.put(clause, template));
      }
    }
    StorageClauses.warnings(clauses, name, given -> isHandedOn(given, templates))
        .forEach(work.warnings()::add);
    return new TableStorage(database, List.copyOf(templates.values()));
  }

  /** Whether a table is altered, or made, as a clause asks. */
  private static boolean isHandedOn(StorageClause given, Map<StorageClause, String> templates) {
    return templates.containsKey(given) || given.clause() == Clause.ORGANIZATION_INDEX;
  }

  /** Has the database store a table so, which is there. */
  void apply(QualifiedName table) throws SQLException {
    for (String template : templates) {
      database.define(template.formatted(database.name(table)));
    }
  }

  private static Optional<Storage> asked(StorageClause given, Database database) {
    String text = given.source().text();
    Optional<Identifier> name =
        given.name().map(some -> new ObjectNames(database).identifier(some));
    return switch (given.clause()) {
      case TABLESPACE -> name.map(Storage.Tablespace::new);
      case ACCESS_METHOD -> name.map(Storage.Method::new);
      case PCTFREE -> number(text).map(Storage.FreeSpace::new);
      case PARALLEL -> number(text).map(Storage.Workers::new);
      case COMPRESS -> Optional.of(new Storage.Compressed());
      case STORAGE_PARAMETERS ->
          Optional.of(new Storage.Parameters(text.substring("WITH".length())));
      default -> Optional.empty();
    };
  }

  /** The first number of a clause; empty where it has none, or one that is none of anything. */
  private static Optional<Integer> number(String clause) {
    return NUMBER
        .matcher(clause)
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .findFirst();
  }
}
