package org.mview.command;

import static org.mview.error.MViewError.CHECK_VIOLATED;
import static org.mview.error.MViewError.FOREIGN_KEY_VIOLATED;
import static org.mview.error.MViewError.NOT_NULL_VIOLATED;
import static org.mview.error.MViewError.UNIQUE_VIOLATED;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.catalog.Constraint;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.ViolatedConstraint;
import org.mview.error.MViewException;
import org.mview.sql.Identifier;

/** Names the constraint of a view's container that a refresh has violated. */
public final class Constraints {
  private final Database database;
  private final View view;

  /** Of the container of a view. */
  public Constraints(Database database, View view) {
    this.database = database;
    this.view = view;
  }

  /** The error under Oracle's number, if it is a violated constraint; else the error itself. */
  public Throwable named(Throwable error) {
    Optional<ViolatedConstraint> violated =
        error instanceof SQLException e ? database.dialect().violations().of(e) : Optional.empty();
    return violated.<Throwable>map(constraint -> named(constraint, error)).orElse(error);
  }

  private MViewException named(ViolatedConstraint constraint, Throwable error) {
    String schema = view.name().schema().map(Identifier::text).orElse("");
    String name = called(constraint);
    MViewException named =
        switch (constraint.kind()) {
          case CHECK -> CHECK_VIOLATED.of(schema, name);
          case UNIQUE -> UNIQUE_VIOLATED.of(schema, name);
          case NOT_NULL -> NOT_NULL_VIOLATED.of(view.name(), name);
          case FOREIGN_KEY -> FOREIGN_KEY_VIOLATED.of(schema, view.name().name());
        };
    return named.because(error);
  }

  /** Where the database does not tell its name: the one that it can be. */
  private String called(ViolatedConstraint violated) {
    if (violated.kind() == ViolatedConstraint.Kind.NOT_NULL
        || database.dialect().can(Capability.NAMES_CONSTRAINTS)) {
      return violated.name();
    }
    List<Constraint> ofKind =
        view.constraints().stream().filter(c -> isOf(violated.kind(), c)).toList();
    return ofKind.stream()
        .filter(c -> ofKind.size() == 1 || bare(c.definition()).equals(bare(violated.name())))
        .map(c -> c.name().text())
        .collect(Collectors.joining(" or "));
  }

  private static boolean isOf(ViolatedConstraint.Kind kind, Constraint constraint) {
    String begins = constraint.definition();
    return switch (kind) {
      case CHECK -> begins.startsWith("CHECK");
      case UNIQUE -> begins.startsWith("UNIQUE") || begins.startsWith("PRIMARY");
      case FOREIGN_KEY -> begins.startsWith("FOREIGN");
      case NOT_NULL -> false;
    };
  }

  /** Databases write a condition down in their own way. */
  private static String bare(String condition) {
    return condition.replaceAll("[\\s()\"]", "").toLowerCase(Locale.ROOT);
  }
}
