package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of a database link.
 *
 * @param parts the name, which may be dotted as a domain is: {@code sales.example.com}
 * @param qualifier what tells apart several links to one database: {@code sales@dublin}
 */
public record LinkName(List<Name> parts, Optional<Name> qualifier) {
  public LinkName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a link has a name");
    }
  }

  /** As SQL writes it. */
  @Override
  public String toString() {
    String dotted = parts.stream().map(Name::toString).collect(Collectors.joining("."));
    return qualifier.map(name -> dotted + "@" + name).orElse(dotted);
  }
}
