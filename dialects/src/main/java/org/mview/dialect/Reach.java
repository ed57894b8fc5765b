package org.mview.dialect;

import java.util.ArrayList;
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

  /** A change of a table may change this one. */
  public void add(String from, String to) {
    add(from, Set.of(lower(to)));
  }

  /**
   * A change of a table may change these.
   *
   * @param to in lower case
   */
  public void add(String from, Set<String> to) {
    edges.add(new Edge(lower(from), Optional.of(Set.copyOf(to))));
  }

  /** A change of a table may change any other one. */
  public void addToAny(String from) {
    edges.add(new Edge(lower(from), Optional.empty()));
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
