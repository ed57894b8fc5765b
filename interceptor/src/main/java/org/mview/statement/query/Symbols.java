package org.mview.statement.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Type;

/** Gives each column of a query a name of its own. */
final class Symbols {
  private final Set<String> taken = new HashSet<>();

  Column column(String base, Type type) {
    String name = base;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + "_" + i;
    }
    return new Column(name, type);
  }

  /** A column for the values of an expression. */
  Column output(String base, Expression value) {
    return column(base, value instanceof Column known ? known.type() : Arithmetics.type(value));
  }
}
