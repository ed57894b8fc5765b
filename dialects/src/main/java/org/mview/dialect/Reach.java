package org.mview.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which tables a change reaches through what the database does by itself. */
public final class Reach {
  private final List<Edge> edges = new ArrayList<>();

  /** A table, and those that a change of it may change; none where it may be any. */
  private record Edge(String from, Optional<Set<String>> to) {
    boolean leadsTo(Set<String> tables) {
      return to.isEmpty() || to.get().stream().anyMatch(tables::contains);
    }
  }

  /**
   * A change of a table may change these.
   *
   * @param to in lower case
   */
  public void add(String from, Collection<String> to) {
    edges.add(new Edge(lower(from), Optional.of(Set.copyOf(to))));
  }

  /**
   * Adds what a query tells.
   *
   * @param query for a table, and one that a change of it may change; NULL where it may be any
   */
  public void read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        Optional<Set<String>> to =
            Optional.ofNullable(row.getString(2)).map(name -> Set.of(lower(name)));
        edges.add(new Edge(lower(row.getString(1)), to));
      }
    }
  }

  /** The tables, and those whose changes reach them; names in lower case. */
  public Set<String> to(Set<String> tables) {
    Set<String> reached = new HashSet<>();
    tables.forEach(table -> reached.add(lower(table)));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Edge edge : edges) {
        if (edge.leadsTo(reached)) {
          grown |= reached.add(edge.from());
        }
      }
    }
    return reached;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
