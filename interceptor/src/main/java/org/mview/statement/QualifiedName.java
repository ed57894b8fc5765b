package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a table, a view, an index …, perhaps with its schema before it.
 *
 * @param qualifiers none, a schema, or a catalog and a schema
 */
public record QualifiedName(List<Name> qualifiers, Name name) {
  public QualifiedName {
    qualifiers = List.copyOf(qualifiers);
    if (qualifiers.size() > 2) {
      throw new IllegalArgumentException("nothing stands before catalog and schema");
    }
  }

  /** A name without a schema. */
  public static QualifiedName of(Name name) {
    return new QualifiedName(List.of(), name);
  }

  /** A name in a schema. */
  public static QualifiedName of(Name schema, Name name) {
    return new QualifiedName(List.of(schema), name);
  }

  /** The schema, where one is written. */
  public Optional<Name> schema() {
    return qualifiers.isEmpty()
        ? Optional.empty()
        : Optional.of(qualifiers.get(qualifiers.size() - 1));
  }

  /** What stands before the last point: of a column's name its table. */
  Optional<QualifiedName> owner() {
    int last = qualifiers.size() - 1;
    return last < 0
        ? Optional.empty()
        : Optional.of(new QualifiedName(qualifiers.subList(0, last), qualifiers.get(last)));
  }

  /** As SQL writes it. */
  @Override
  public String toString() {
    return Stream.concat(qualifiers.stream(), Stream.of(name))
        .map(Name::toString)
        .collect(Collectors.joining("."));
  }
}
