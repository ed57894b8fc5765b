package org.mview.dialect.hsqldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.Same;
import org.mview.sql.Statement.DeleteJoined;

/** The plain equalities among the conditions of a DELETE, said so that an index is used. */
final class FoundKeys {
  private final Identifier alias;
  private final List<String> keys = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private FoundKeys(Identifier alias) {
    this.alias = alias;
  }

  /** A condition that holds for all rows to delete, and AND; nothing where there is none. */
  static String of(DeleteJoined delete, SqlWriter writer) {
    FoundKeys found = new FoundKeys(delete.alias());
    delete.where().forEach(condition -> found.add(condition, writer));
    return found.keys.isEmpty()
        ? ""
        : "(%s) IN (SELECT %s FROM %s) AND "
            .formatted(
                SqlWriter.list(found.keys),
                SqlWriter.list(found.others),
                writer.from(delete.with()));
  }

  private void add(Expression condition, SqlWriter writer) {
    if (condition instanceof Same same && same.neverNull()) {
      add(same.left(), same.right(), writer);
    } else if (condition instanceof KeyEqual equal && !equal.type().nullable()) {
      add(equal.key(), equal.other(), writer);
    }
  }

  private void add(Expression left, Expression right, SqlWriter writer) {
    Optional<Qualified> key = columnOf(left).or(() -> columnOf(right));
    Expression other = columnOf(left).isPresent() ? right : left;
    if (key.isPresent() && !reads(other)) {
      keys.add(writer.write(key.get()));
      others.add(writer.write(other));
    }
  }

  private Optional<Qualified> columnOf(Expression side) {
    return side instanceof Qualified column && column.of().equals(alias)
        ? Optional.of(column)
        : Optional.empty();
  }

  private boolean reads(Expression value) {
    return columnOf(value).isPresent() || value.parts().stream().anyMatch(this::reads);
  }
}
