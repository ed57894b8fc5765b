package org.mview.statement.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Table.TableColumn;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Type;

/** Gives each column of a query a name of its own, and knows what its author calls it. */
final class Symbols {
  /**
   * A common table may read another one twice, and so on: that is soon more than there is time for.
   */
  private static final int MOST_TABLES = 200;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Language language;
  private int tables;

  /** No names yet, in the language of a database. */
  Symbols(Language language) {
    this.language = language;
  }

  /** Whether the average of an expression follows from its sum and the number of its values. */
  Type.Arithmetic ofAverage(Expression value) {
    return language.roundsAverages() ? Type.Arithmetic.APPROXIMATE : arithmetic(value);
  }

  /** Whether sums of an expression can be expected to be exact. */
  Type.Arithmetic arithmetic(Expression value) {
    return language.roundsTexts() && Arithmetics.hasText(value)
        ? Type.Arithmetic.APPROXIMATE
        : Arithmetics.of(value);
  }

  /**
   * Whether a comparison with another expression makes no two values of a key equal to one of the
   * other's, nor takes equal ones apart.
   */
  boolean keeps(Expression key, Expression other) {
    return Affinity.keeps(key, other) && !(language.mixesChars() && TextTypes.mayMix(key, other));
  }

  Column column(String base, Type type) {
    String name = base;
    int number = last.getOrDefault(base, 1);
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      number++;
      name = base + "_" + number;
    }
    last.put(base, number);
    words.put(name, base);
    return new Column(name, type);
  }

  /** Another table is read, or the same once more. */
  void oneTableMore() {
    tables++;
    if (tables > MOST_TABLES) {
      throw new NotUnderstood("it reads more than %s tables".formatted(MOST_TABLES));
    }
  }

  /** A column of a table that has this name in the query. */
  Column ofTable(String table, TableColumn column) {
    Column symbol = column(table + "_" + column.name(), column.type());
    words.put(symbol.name(), table + "." + column.name());
    return symbol;
  }

  /** A column for the result of a function, which has no name in the query. */
  Column ofCall(String base, Type type, Expression call) {
    Column symbol = column(base, type);
    words.put(symbol.name(), words(call));
    return symbol;
  }

  /** Another column for the same values. */
  Column copy(Column column, Type type) {
    Column symbol = column(column.name(), type);
    words.put(symbol.name(), words(column));
    return symbol;
  }

  /** A column for the values of an expression. */
  Column output(String base, Expression value) {
    return column(base, value instanceof Column known ? known.type() : type(value));
  }

  private Type type(Expression value) {
    Type type = Arithmetics.type(value);
    return type.equals(Type.NULL) ? type : type.arithmetic(arithmetic(value));
  }

  /**
   * The same in a select list.
   *
   * @param name empty where the query gives none
   */
  Column output(Optional<String> name, Expression value) {
    Column symbol = output(name.orElse("expression"), value);
    String said = words(value);
    boolean renamed = name.isPresent() && !said.endsWith("." + name.get());
    words.put(symbol.name(), renamed ? name.get() : said);
    return symbol;
  }

  /** An expression as the author of the query wrote it, or nearly so. */
  String words(Expression expression) {
    return expression
        .mapColumns(column -> ((Column) column).named(words((Column) column)))
        .toString();
  }

  private String words(Column column) {
    return words.getOrDefault(column.name(), column.name());
  }
}
