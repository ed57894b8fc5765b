package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
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
  QualifiedName ours(org.mview.statement.QualifiedName name) throws SQLException {
    Optional<String> schema = name.schema().map(this::identifier).map(Identifier::text);
    if (schema.isPresent() && !schema.get().equalsIgnoreCase(database.home())) {
      throw NOT_SUPPORTED.of(
          "a materialized view or log in schema " + schema.get(),
          "on this connection they are all in " + database.home());
    }
    return database.home(identifier(name.name()).text());
  }

  /** The name of any table. */
  QualifiedName any(org.mview.statement.QualifiedName name) {
    return new QualifiedName(name.schema().map(this::identifier), identifier(name.name()));
  }

  /** The name of a column, or of anything else that has no schema. */
  Identifier identifier(Name name) {
    return name.identifier(database.dialect().fold());
  }
}
