package org.mview.command;

import static org.mview.error.MViewError.CONSTRAINT_EXISTS;
import static org.mview.error.MViewError.CONSTRAINT_MISSING;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.ROWS_VIOLATE_CHECK;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.catalog.Constraint;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.statement.ConstraintChange;
import org.mview.statement.ConstraintRule;
import org.mview.statement.Name;

/**
 * A constraint on the rows of a view. Where the database cannot add one to a table that is there,
 * the table is made anew, with its rows, its indexes and its log's triggers.
 */
final class ChangeConstraint {
  private final Work work;
  private final View view;

  ChangeConstraint(Work work, View view) {
    this.work = work;
    this.view = view;
  }

  void run(ConstraintChange change) throws SQLException {
    List<Constraint> constraints = new ArrayList<>(view.constraints());
    boolean inPlace = work.database().dialect().can(Capability.ADD_CONSTRAINT);
    Containers containers = new Containers(work.database());
    if (change instanceof ConstraintChange.Add add) {
      Constraint constraint = added(add);
      constraints.add(constraint);
      new ViolatingRows(work.database(), view)
          .named(
              constraint,
              add.rule(),
              () -> {
                if (inPlace) {
                  containers.add(view, constraint);
                } else {
                  rebuild(view.withConstraints(constraints));
                }
              });
    } else if (change instanceof ConstraintChange.Drop drop) {
      Constraint constraint = existing(drop.target());
      constraints.remove(constraint);
      if (inPlace) {
        containers.remove(view, constraint);
      } else {
        rebuild(view.withConstraints(constraints));
      }
    } else {
      throw NOT_SUPPORTED.of(
          "to change the state of a constraint", "drop the constraint and add it anew");
    }
    work.registry().update(view.withConstraints(constraints));
  }

  private Constraint added(ConstraintChange.Add add) throws SQLException {
    String name = add.name().map(Name::text).orElseGet(this::newName);
    if (find(name).isPresent()) {
      throw CONSTRAINT_EXISTS.of(name, view.name());
    }
    Constraint constraint = new Constraint(Identifier.of(name), definition(add.rule()));
    if (add.rule() instanceof ConstraintRule.Check check) {
      new AggregateCheck(view.name()).refuse(check);
      refuseUnchecked("CHECK");
      checkRows(constraint, check);
    } else if (add.rule() instanceof ConstraintRule.Nullability) {
      refuseUnchecked("NOT NULL"); // it is a CHECK of ours
    } else if (add.rule() instanceof ConstraintRule.PrimaryKey) {
      refuseNullableKeys();
      new GroupKeys(work).release(view);
    }
    return constraint;
  }

  private void refuseNullableKeys() {
    if (work.database().dialect().can(Capability.KEYS_WANT_NOT_NULL)) {
      throw NOT_SUPPORTED.of(
          "PRIMARY KEY on a view of this database, which wants columns that are NOT NULL already",
          "say UNIQUE, and CHECK (… IS NOT NULL) for each column");
    }
  }

  private void refuseUnchecked(String rule) {
    if (!work.database().dialect().can(Capability.CHECKS)) {
      throw NOT_SUPPORTED.of(
          rule + " on a view of this database, which reads a CHECK and does not check it",
          "use MySQL from 8.0.16, or MariaDB");
    }
  }

  private String newName() {
    int number = 1;
    while (find(newName(number)).isPresent()) {
      number++;
    }
    return newName(number);
  }

  private String newName(int number) {
    return String.format(Locale.ROOT, "SYS_C%06d", 1000 * view.id() + number);
  }

  private Optional<Constraint> find(String name) {
    return view.constraints().stream()
        .filter(constraint -> constraint.name().text().equalsIgnoreCase(name))
        .findFirst();
  }

  private Constraint existing(ConstraintChange.Target target) {
    if (target instanceof ConstraintChange.Target.Named named) {
      return find(named.name().text())
          .orElseThrow(() -> CONSTRAINT_MISSING.of(view.name(), named.name()));
    }
    throw NOT_SUPPORTED.of("to drop a constraint by its columns", "name the constraint");
  }

  private String definition(ConstraintRule rule) throws SQLException {
    if (rule instanceof ConstraintRule.Check check) {
      return "CHECK (%s)".formatted(check.condition().text());
    } else if (rule instanceof ConstraintRule.Unique unique) {
      return "UNIQUE (%s)".formatted(names(unique.columns()));
    } else if (rule instanceof ConstraintRule.PrimaryKey key) {
      return "PRIMARY KEY (%s)".formatted(names(key.columns()));
    } else if (rule instanceof ConstraintRule.ForeignKey key) {
      String referenced =
          key.referenced().isEmpty() ? "" : " (%s)".formatted(names(key.referenced()));
      return "FOREIGN KEY (%s) REFERENCES %s%s"
          .formatted(names(key.columns()), names(List.of(table(key))), referenced);
    }
    ConstraintRule.Nullability nullability = (ConstraintRule.Nullability) rule;
    if (nullability.nullable()) {
      throw NOT_SUPPORTED.of("to allow NULL by MODIFY", "drop the constraint by its name");
    }
    return "CHECK (%s IS NOT NULL)".formatted(names(List.of(nullability.column())));
  }

  /** The table to which a foreign key refers. */
  private Name table(ConstraintRule.ForeignKey key) throws SQLException {
    if (key.onDelete().isPresent()) {
      throw NOT_SUPPORTED.of(
          "ON DELETE in a foreign key of " + view.name(),
          "leave it out: rows of a view come and go with those that its query reads");
    }
    String home = work.database().home();
    Optional<String> schema =
        key.table().schema().map(s -> new ObjectNames(work.database()).identifier(s).text());
    if (schema.filter(s -> !s.equalsIgnoreCase(home)).isPresent()) {
      throw NOT_SUPPORTED.of(
          "a foreign key of %s to a table in schema %s".formatted(view.name(), schema.get()),
          "refer to a table in " + home);
    }
    return key.table().name();
  }

  /** As the database has them. */
  private String names(List<Name> columns) {
    return columns.stream()
        .map(column -> new ObjectNames(work.database()).identifier(column).text())
        .map(column -> work.database().dialect().quoted(column))
        .collect(Collectors.joining(", "));
  }

  private void checkRows(Constraint constraint, ConstraintRule.Check check) throws SQLException {
    String query =
        "SELECT 1 FROM %s WHERE NOT (%s) LIMIT 1"
            .formatted(work.database().name(view.container().table()), check.condition().text());
    if (work.database().readOne(query, row -> true).isPresent()) {
      throw ROWS_VIOLATE_CHECK.of(view.name(), constraint.name());
    }
  }

  private void rebuild(View changed) throws SQLException {
    TableInfo table = work.database().table(view.container().table()).orElseThrow();
    work.triggers().logAll(view);
    Optional<LogEntry> log = work.catalog().log(view.container().table());
    if (log.isPresent()) {
      work.triggers().suspend(log.get());
    }
    new Containers(work.database()).rebuild(changed, table);
    if (log.isPresent()) {
      work.triggers().resume(log.get());
    }
  }
}
