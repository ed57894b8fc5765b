package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The names that an expression may use.
 *
 * @param visible the columns of FROM, in order
 * @param aliases what the select list calls its expressions; a column of FROM comes first
 */
record Scope(List<Visible> visible, List<Alias> aliases) {
  Scope {
    visible = List.copyOf(visible);
    aliases = List.copyOf(aliases);
  }

  /**
   * A column of FROM.
   *
   * @param of the name or alias of its table; empty where only its own name finds it
   * @param merged whether USING has made it one with a column further left, which alone is found by
   *     the bare name
   */
  record Visible(Optional<String> of, String name, Column column, boolean merged) {
    Visible asMerged() {
      return new Visible(of, name, column, true);
    }

    boolean isCalled(String other) {
      return name.equalsIgnoreCase(other);
    }

    boolean isOf(String table) {
      return of.filter(table::equalsIgnoreCase).isPresent();
    }
  }

  /** A name of the select list. */
  record Alias(String name, Expression value) {}

  static Scope of(List<Visible> visible) {
    return new Scope(visible, List.of());
  }

  Scope and(Scope other) {
    List<Visible> all = new ArrayList<>(visible);
    all.addAll(other.visible);
    return new Scope(all, List.of());
  }

  Scope withAliases(List<Alias> names) {
    return new Scope(visible, names);
  }

  /** What a name without a table stands for. */
  Expression find(String name) {
    List<Visible> found = visible.stream().filter(v -> !v.merged() && v.isCalled(name)).toList();
    if (found.isEmpty()) {
      return aliases.stream()
          .filter(alias -> alias.name().equalsIgnoreCase(name))
          .map(Alias::value)
          .findFirst()
          .orElseThrow(() -> new NotUnderstood("column %s is not known".formatted(name)));
    }
    return only(found, name);
  }

  /** How a column is written that is found by this name. */
  Optional<String> spelling(String name) {
    return visible.stream().filter(v -> v.isCalled(name)).map(Visible::name).findFirst();
  }

  /** What a name of a table stands for. */
  Expression find(String table, String name) {
    List<Visible> found = visible.stream().filter(v -> v.isOf(table) && v.isCalled(name)).toList();
    String full = table + "." + name;
    if (found.isEmpty()) {
      throw new NotUnderstood("column %s is not known".formatted(full));
    }
    return only(found, full);
  }

  private static Expression only(List<Visible> found, String name) {
    if (found.size() > 1) {
      throw new NotUnderstood("column %s is ambiguous".formatted(name));
    }
    return found.get(0).column();
  }

  /** The columns that {@code *}, or {@code table.*}, stands for. */
  List<Visible> all(Optional<String> table) {
    return visible.stream().filter(v -> table.map(v::isOf).orElse(!v.merged())).toList();
  }
}
