package org.mview.statement.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** What the subqueries in the expressions of one query block read, in the order to be joined. */
final class Attachments {
  private final List<Attachment> waiting = new ArrayList<>();
  private final Map<String, List<Expression>> values = new HashMap<>();

  void add(Attachment attachment) {
    waiting.add(attachment);
  }

  /** What a subquery of the same text has been found to stand for. */
  Optional<List<Expression>> known(String text) {
    return Optional.ofNullable(values.get(text));
  }

  void remember(String text, List<Expression> found) {
    values.put(text, found);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether one of the columns is of what waits to be joined. */
  boolean has(Collection<Column> columns) {
    return waiting.stream()
        .anyMatch(a -> a.relation().columns().stream().anyMatch(columns::contains));
  }

  /** The columns of all that waits to be joined. */
  Set<Column> columns() {
    Set<Column> columns = new HashSet<>();
    waiting.forEach(attachment -> columns.addAll(attachment.relation().columns()));
    return columns;
  }

  /** Rows with a partner are enough for what was added last, if it is found by these columns. */
  void requireWhere(Predicate<Set<Column>> rejectsNull) {
    waiting.replaceAll(
        a ->
            a.optional() && rejectsNull.test(Set.copyOf(a.relation().columns()))
                ? a.required()
                : a);
  }

  /** Joins all that waits to rows. */
  Relation join(Relation rows) {
    return join(rows, columns(), UnaryOperator.identity());
  }

  /** Joins what the columns come from to rows; the rest goes on waiting. */
  Relation join(Relation rows, Set<Column> needed, UnaryOperator<Expression> change) {
    Set<Column> all = withSources(needed);
    Relation joined = rows;
    List<Attachment> rest = new ArrayList<>();
    for (Attachment attachment : waiting) {
      if (attachment.relation().columns().stream().anyMatch(all::contains)) {
        joined = attachment.mapConditions(change).to(joined);
      } else {
        rest.add(attachment);
      }
    }
    waiting.clear();
    waiting.addAll(rest);
    values.clear();
    return joined;
  }

  /** The columns, and those by which what they come from is found. */
  private Set<Column> withSources(Set<Column> needed) {
    Set<Column> all = new HashSet<>(needed);
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Attachment attachment = waiting.get(i);
      if (attachment.relation().columns().stream().anyMatch(all::contains)) {
        all.addAll(attachment.around());
      }
    }
    return all;
  }
}
