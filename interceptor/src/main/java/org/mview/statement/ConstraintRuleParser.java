package org.mview.statement;

import java.util.List;
import java.util.Optional;

/** What a constraint demands; never fails. */
final class ConstraintRuleParser {
  private final Cursor cursor;

  ConstraintRuleParser(Cursor cursor) {
    this.cursor = cursor;
  }

  Optional<ConstraintRule> accept() {
    if (cursor.accept("CHECK")) {
      return check();
    }
    if (cursor.accept("UNIQUE")) {
      return Names.acceptList(cursor).map(ConstraintRule.Unique::new);
    }
    if (cursor.accept("PRIMARY", "KEY")) {
      return Names.acceptList(cursor).map(ConstraintRule.PrimaryKey::new);
    }
    return cursor.accept("FOREIGN", "KEY") ? foreignKey() : Optional.empty();
  }

  private Optional<ConstraintRule> check() {
    int start = cursor.peek().end();
    if (!cursor.acceptParenthesis()) {
      return Optional.empty();
    }
    int end = cursor.since(start).end() - 1;
    String condition = cursor.source().substring(start, end);
    return condition.isBlank()
        ? Optional.empty()
        : Optional.of(new ConstraintRule.Check(cursor.trimmed(start, end)));
  }

  private Optional<ConstraintRule> foreignKey() {
    Optional<List<Name>> columns = Names.acceptList(cursor);
    if (columns.isEmpty() || !cursor.accept("REFERENCES")) {
      return Optional.empty();
    }
    Optional<QualifiedName> table = Names.acceptQualifiedName(cursor);
    Optional<List<Name>> referenced =
        cursor.at("(") ? Names.acceptList(cursor) : Optional.of(List.of());
    if (table.isEmpty() || referenced.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConstraintRule.ForeignKey(columns.get(), table.get(), referenced.get(), onDelete()));
  }

  private Optional<ConstraintRule.OnDelete> onDelete() {
    if (cursor.accept("ON", "DELETE", "CASCADE")) {
      return Optional.of(ConstraintRule.OnDelete.CASCADE);
    }
    return cursor.accept("ON", "DELETE", "SET", "NULL")
        ? Optional.of(ConstraintRule.OnDelete.SET_NULL)
        : Optional.empty();
  }
}
