package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.Optional;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.Name;

/** Names of a statement → names of the database. */
final class ObjectNames {
  private final Database database;

  ObjectNames(Database database) {
    this.database = database;
  }

  /** The name of a view or of one of its parts, which live in the home schema. */
  QualifiedName ours(org.mview.statement.QualifiedName name) {
    Optional<String> schema = name.schema().map(Name::text);
    if (schema.isPresent() && !schema.get().equalsIgnoreCase(database.dialect().home())) {
      throw NOT_SUPPORTED.of(
          "a materialized view or log in schema " + schema.get(),
          "on this database they are all in " + database.dialect().home());
    }
    return database.home(name.name().text());
  }

  /** The name of any table. */
  QualifiedName any(org.mview.statement.QualifiedName name) {
    Identifier table = Identifier.of(name.name().text());
    return new QualifiedName(name.schema().map(schema -> Identifier.of(schema.text())), table);
  }

  static Identifier identifier(Name name) {
    return Identifier.of(name.text());
  }
}
