package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.WithItem;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Type;

/** A query of any form, and the common table expressions that it may use. */
final class SelectBinder {
  private static final int DEEPEST = 24;

  private final Masters masters;
  private final FunctionKinds functions;
  private final QueryParser parser;
  private final Symbols symbols;
  private final Map<String, Select> common;
  private final int depth;

  private SelectBinder(
      Masters masters,
      FunctionKinds functions,
      QueryParser parser,
      Symbols symbols,
      Map<String, Select> common,
      int depth) {
    this.masters = masters;
    this.functions = functions;
    this.parser = parser;
    this.symbols = symbols;
    this.common = common;
    this.depth = depth;
  }

  SelectBinder(Masters masters, FunctionKinds functions, QueryParser parser) {
    this(masters, functions, parser, new Symbols(), Map.of(), 0);
  }

  /** A query as algebra, and the names of its columns. */
  record Bound(Relation relation, List<Optional<String>> names) {}

  Masters masters() {
    return masters;
  }

  FunctionKinds functions() {
    return functions;
  }

  Symbols symbols() {
    return symbols;
  }

  Optional<Select> common(String name) {
    return Optional.ofNullable(common.get(name.toLowerCase(Locale.ROOT)));
  }

  Bound bind(Select select) throws SQLException {
    SelectBinder inner = with(select);
    if (select instanceof PlainSelect plain) {
      Whole.check(plain);
      return new BlockBinder(inner).bind(plain);
    } else if (select instanceof SetOperationList list) {
      Whole.check(list);
      return inner.union(list);
    } else if (select instanceof ParenthesedSelect parenthesed && parenthesed.getAlias() == null) {
      Whole.check(parenthesed);
      return inner.bind(parenthesed.getSelect());
    }
    throw new NotUnderstood("a query that is not understood: %s".formatted(select));
  }

  /** A query inside this one. */
  Bound nested(Select select) throws SQLException {
    return deeper(common).bind(select);
  }

  /** The query of a common table expression; each use is bound anew. */
  Bound ofCommon(String name, Select select) throws SQLException {
    Map<String, Select> others = new HashMap<>(common);
    others.remove(name.toLowerCase(Locale.ROOT));
    return deeper(others).bind(select);
  }

  /** The query of a plain view. */
  Bound ofView(String name, String query) throws SQLException {
    Select select =
        parser
            .parse(query)
            .orElseThrow(() -> new NotUnderstood("view %s is not understood".formatted(name)));
    return deeper(Map.of()).bind(select);
  }

  private SelectBinder deeper(Map<String, Select> others) {
    if (depth == DEEPEST) {
      throw new NotUnderstood("queries are nested more than %s deep".formatted(DEEPEST));
    }
    return new SelectBinder(masters, functions, parser, symbols, others, depth + 1);
  }

  private SelectBinder with(Select select) {
    if (select.getWithItemsList() == null) {
      return this;
    }
    Map<String, Select> all = new HashMap<>(common);
    for (WithItem<?> item : select.getWithItemsList()) {
      if (item.isRecursive() || item.getWithItemList() != null) {
        throw new NotUnderstood("WITH is not understood: %s".formatted(item));
      }
      String name = Quoting.without(item.getUnquotedAliasName());
      all.put(name.toLowerCase(Locale.ROOT), item.getSelect().getSelect());
    }
    return new SelectBinder(masters, functions, parser, symbols, all, depth);
  }

  private Bound union(SetOperationList list) throws SQLException {
    Bound result = nested(list.getSelect(0));
    for (int i = 0; i < list.getOperations().size(); i++) {
      result = united(result, nested(list.getSelect(i + 1)), list.getOperation(i));
    }
    return result;
  }

  private Bound united(Bound left, Bound right, SetOperation operation) {
    if (!(operation instanceof UnionOp union)) {
      throw new NotUnderstood("%s is not understood".formatted(operation));
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < left.relation().columns().size(); i++) {
      columns.add(both(left.relation().columns().get(i), right.relation().columns().get(i)));
    }
    Relation all = new UnionAll(List.of(left.relation(), right.relation()), columns);
    boolean keepsCopies = union.toString().toUpperCase(Locale.ROOT).endsWith("ALL");
    return new Bound(keepsCopies ? all : new Aggregate(all, columns, List.of()), left.names());
  }

  /** A column that may hold what either holds. */
  private Column both(Column left, Column right) {
    Type type = left.type().equals(right.type()) ? left.type() : Type.ANY;
    boolean nullable = left.type().nullable() || right.type().nullable();
    return symbols.column(left.name(), type.nullable(nullable));
  }
}
