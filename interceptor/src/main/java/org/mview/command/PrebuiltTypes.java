package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mview.algebra.Relation;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.Type;

/** Whether a prebuilt table has the types of a query, so that it holds what the query gives. */
final class PrebuiltTypes {
  private final Database database;
  private final TableInfo table;

  PrebuiltTypes(Database database, TableInfo table) {
    this.database = database;
    this.table = table;
  }

  /** What the first column of another type is, and of which. */
  Optional<String> difference(View view, Optional<Relation> query) throws SQLException {
    List<Identifier> columns = view.container().columns();
    if (!database.dialect().can(Capability.TYPED_EXPRESSIONS)) {
      return declared(columns, query);
    }
    TypeCheck types = new TypeCheck(database);
    List<String> held = types.held(view);
    List<String> given = types.types(view);
    for (int i = 0; i < columns.size(); i++) {
      if (!held.get(i).equals(given.get(i))) {
        return Optional.of(
            "column %s is of type %s, in the query it is of type %s"
                .formatted(columns.get(i), held.get(i), given.get(i)));
      }
    }
    return Optional.empty();
  }

  /** Where only columns have types: an expression has none, nor may the column that it fills. */
  private Optional<String> declared(List<Identifier> columns, Optional<Relation> query) {
    for (int i = 0; i < columns.size(); i++) {
      Type held = table.type(columns.get(i));
      int place = i;
      String given =
          query
              .map(relation -> relation.columns().get(place).type())
              .filter(Type::stored)
              .map(Type::declaration)
              .orElse("");
      boolean same =
          spelt(held.declaration()).equals(spelt(given))
              && query
                  .map(q -> q.columns().get(place).type().collation().equals(held.collation()))
                  .orElse(held.collation().isEmpty());
      if (!same) {
        return Optional.of(
            "column %s is declared as '%s', in the query it is '%s'"
                .formatted(columns.get(i), held.declaration(), given));
      }
    }
    return Optional.empty();
  }

  private static String spelt(String declaration) {
    return declaration.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
  }
}
