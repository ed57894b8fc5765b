package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.WindowDefinition;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The names that an expression may use.
 *
 * @param visible the columns of FROM, in order
 * @param aliases what the select list calls its expressions; a column of FROM comes first
 * @param windows what the WINDOW clause names
 * @param around the names of the query around this one, which come last
 */
record Scope(
    List<Visible> visible,
    List<Alias> aliases,
    List<WindowDefinition> windows,
    Optional<Scope> around) {
  Scope {
    visible = List.copyOf(visible);
    aliases = List.copyOf(aliases);
    windows = List.copyOf(windows);
  }

  /**
   * A column of FROM.
   *
   * @param of the name or alias of its table; empty where only its own name finds it
   * @param merged whether USING has made it one with another column, which alone is found by the
   *     bare name
   */
  record Visible(Optional<String> of, String name, Column column, boolean merged) {
    Visible asMerged() {
      return new Visible(of, name, column, true);
    }

    Visible with(Column other) {
      return new Visible(of, name, other, merged);
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
    return new Scope(visible, List.of(), List.of(), Optional.empty());
  }

  Scope and(Scope other) {
    List<Visible> all = new ArrayList<>(visible);
    all.addAll(other.visible);
    return of(all);
  }

  Scope withAliases(List<Alias> names) {
    return new Scope(visible, names, windows, around);
  }

  Scope withWindows(List<WindowDefinition> definitions) {
    return new Scope(visible, aliases, definitions, around);
  }

  /** The same names inside a query. */
  Scope inside(Optional<Scope> query) {
    return new Scope(visible, aliases, windows, query);
  }

  /** What a name without a table stands for. */
  Expression find(String name) {
    List<Visible> found = visible.stream().filter(v -> !v.merged() && v.isCalled(name)).toList();
    if (!found.isEmpty()) {
      return only(found, name);
    }
    Optional<Expression> alias = alias(name);
    if (alias.isEmpty() && around.isPresent()) {
      return around.get().find(name);
    }
    return alias.orElseThrow(() -> new NotUnderstood("column %s is not known".formatted(name)));
  }

  /** What the select list calls so. */
  Optional<Expression> alias(String name) {
    return aliases.stream()
        .filter(alias -> alias.name().equalsIgnoreCase(name))
        .map(Alias::value)
        .findFirst();
  }

  /** The window of this name. */
  Optional<WindowDefinition> window(String name) {
    return windows.stream()
        .filter(window -> Quoting.without(window.getWindowName()).equalsIgnoreCase(name))
        .findFirst();
  }

  /** How a column is written that is found by this name. */
  Optional<String> spelling(String name) {
    return visible.stream().filter(v -> v.isCalled(name)).map(Visible::name).findFirst();
  }

  /** What a name of a table stands for. */
  Expression find(String table, String name) {
    List<Visible> found = visible.stream().filter(v -> v.isOf(table) && v.isCalled(name)).toList();
    String full = table + "." + name;
    if (found.isEmpty() && around.isPresent()) {
      return around.get().find(table, name);
    } else if (found.isEmpty()) {
      throw new NotUnderstood("column %s is not known".formatted(full));
    }
    return only(found, full);
  }

  private static Column only(List<Visible> found, String name) {
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
