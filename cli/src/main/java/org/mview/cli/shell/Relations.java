package org.mview.cli.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds tables and views; asks nothing of the database but its metadata. */
public final class Relations {
  private Relations() {}

  /** Those of the current schema, without the database's own. */
  public static List<Relation> here(Connection connection) throws SQLException {
    return in(connection, connection.getSchema());
  }

  /**
   * The one of this name; a name in another case is good enough where there is none in this one.
   *
   * @param name with its schema or without, in double quotes or not
   */
  static Optional<Relation> named(Connection connection, String name) throws SQLException {
    int dot = name.lastIndexOf('.');
    String table = unquoted(name.substring(dot + 1));
    List<Relation> relations =
        dot < 0 ? here(connection) : inSchema(connection, unquoted(name.substring(0, dot)));
    return relations.stream()
        .filter(r -> r.name().equals(table))
        .findFirst()
        .or(() -> relations.stream().filter(r -> r.name().equalsIgnoreCase(table)).findFirst());
  }

  private static List<Relation> inSchema(Connection connection, String schema) throws SQLException {
    return in(connection, null).stream()
        .filter(r -> schema.equalsIgnoreCase(r.schema() == null ? r.catalog() : r.schema()))
        .toList();
  }

  private static List<Relation> in(Connection connection, @Nullable String schema)
      throws SQLException {
    List<Relation> relations = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), schema, "%", null)) {
      while (tables.next()) {
        relations.add(
            new Relation(
                tables.getString("TABLE_CAT"),
                tables.getString("TABLE_SCHEM"),
                tables.getString("TABLE_NAME"),
                tables.getString("TABLE_TYPE")));
      }
    }
    return relations.stream().filter(Relations::isOfAnApplication).toList();
  }

  /** Drivers list indexes, sequences and the database's own tables in the same breath. */
  private static boolean isOfAnApplication(Relation relation) {
    String type = relation.type();
    return (type.contains("TABLE") || type.contains("VIEW")) && !type.startsWith("SYSTEM");
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
