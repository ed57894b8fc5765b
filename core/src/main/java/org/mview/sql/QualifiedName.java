package org.mview.sql;

import java.util.Optional;

/** The name of a table, view, index or trigger, in the schema it lives in. */
public record QualifiedName(Optional<Identifier> schema, Identifier name) {
  /** A name in the schema that the connection is in. */
  public static QualifiedName of(String name) {
    return new QualifiedName(Optional.empty(), Identifier.of(name));
  }

  /** A name in a schema. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(Identifier.of(schema)), Identifier.of(name));
  }

  /** Another name in the same schema. */
  public QualifiedName sibling(String other) {
    return new QualifiedName(schema, Identifier.of(other));
  }

  /** This name, in the schema of another one where it has none of its own. */
  public QualifiedName beside(QualifiedName other) {
    return schema.isPresent() ? this : other.sibling(name.text());
  }

  @Override
  public String toString() {
    return schema.map(s -> s + ".").orElse("") + name;
  }
}
