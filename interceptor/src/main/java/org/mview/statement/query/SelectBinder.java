package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/** A query of any form, and the common table expressions that it may use. */
final class SelectBinder {
  private static final int DEEPEST = 24;

  private final Context context;
  private final Map<String, CommonTable> common;
  private final Optional<Scope> around;
  private final int depth;

  /** What is the same for all queries of one text. */
  private record Context(
      Masters masters, FunctionKinds functions, QueryParser parser, Symbols symbols) {}

  private SelectBinder(
      Context context, Map<String, CommonTable> common, Optional<Scope> around, int depth) {
    this.context = context;
    this.common = common;
    this.around = around;
    this.depth = depth;
    if (depth > DEEPEST) {
      throw new NotUnderstood("queries are nested more than %s deep".formatted(DEEPEST));
    }
  }

  SelectBinder(Masters masters, FunctionKinds functions, QueryParser parser) {
    this(
        new Context(masters, functions, parser, new Symbols(parser.language())),
        Map.of(),
        Optional.empty(),
        0);
  }

  /** A query as algebra, and the names of its columns. */
  record Bound(Relation relation, List<Optional<String>> names) {}

  Masters masters() {
    return context.masters();
  }

  FunctionKinds functions() {
    return context.functions();
  }

  /** Whether every expression has a type, known before it is run. */
  boolean isTyped() {
    return context.parser().language().typed();
  }

  /** Whether NATURAL compares columns of the table before it alone. */
  boolean pairsNaturallyWithOne() {
    return context.parser().language().pairsNaturallyWithOne();
  }

  Symbols symbols() {
    return context.symbols();
  }

  /** The names of the query around, for a query in an expression. */
  Optional<Scope> around() {
    return around;
  }

  Optional<CommonTable> common(String name) {
    return Optional.ofNullable(common.get(CommonTable.key(name)));
  }

  /** A whole query. */
  Bound bind(Select select) throws SQLException {
    return open(select, Use.ROWS).bound(symbols());
  }

  /** A query in FROM of this one. */
  Bound nested(Select select) throws SQLException {
    return new SelectBinder(context, common, Optional.empty(), depth + 1).bind(select);
  }

  /** A query in an expression of this one. */
  Inner inner(Select select, Scope scope, Use use) throws SQLException {
    return new SelectBinder(context, common, Optional.of(scope), depth + 1).open(select, use);
  }

  /** The query of a common table expression; each use is bound anew. */
  Bound ofCommon(CommonTable table) throws SQLException {
    Map<String, CommonTable> others = new HashMap<>(table.others());
    others.remove(table.key());
    if (table.mayBeRecursive() && Mentions.of(table.select(), table.name())) {
      throw new NotUnderstood("WITH %s is recursive".formatted(table.name()));
    }
    return table.named(
        new SelectBinder(context, others, Optional.empty(), depth + 1).bind(table.select()));
  }

  /** The query of a plain view. */
  Bound ofView(String name, String query) throws SQLException {
    Select select =
        context
            .parser()
            .parse(query)
            .orElseThrow(() -> new NotUnderstood("view %s is not understood".formatted(name)));
    return new SelectBinder(context, Map.of(), Optional.empty(), depth + 1).bind(select);
  }

  private Inner open(Select select, Use use) throws SQLException {
    SelectBinder inner = with(select);
    if (select instanceof PlainSelect plain) {
      Whole.check(plain);
      return new BlockBinder(inner, plain, use).bind();
    } else if (select instanceof SetOperationList list) {
      Whole.check(list);
      return Inner.of(inner.combined(list));
    } else if (select instanceof ParenthesedSelect parenthesed && parenthesed.getAlias() == null) {
      Whole.check(parenthesed);
      return inner.open(parenthesed.getSelect(), use);
    } else if (select instanceof Values values && values.getAlias() == null) {
      Whole.check(values);
      return Inner.of(new ValuesBinder(inner).bind(values));
    }
    throw new NotUnderstood("a query that is not understood: %s".formatted(select));
  }

  private SelectBinder with(Select select) {
    if (select.getWithItemsList() == null) {
      return this;
    }
    Map<String, CommonTable> all = new HashMap<>(common);
    for (WithItem<?> item : select.getWithItemsList()) {
      CommonTable table = CommonTable.of(item, all);
      all.put(table.key(), table);
    }
    return new SelectBinder(context, all, around, depth);
  }

  /** From left to right, but for those that the database takes before others. */
  private Bound combined(SetOperationList list) throws SQLException {
    checkLimits(list);
    Bound result = nested(list.getSelect(0));
    SetOperations operations = new SetOperations(symbols(), context.parser().language());
    List<SetOperation> all = list.getOperations();
    int place = 0;
    while (place < all.size()) {
      SetOperation operation = all.get(place++);
      Bound right = nested(list.getSelect(place));
      while (!first(operation) && place < all.size() && first(all.get(place))) {
        right = operations.of(right, nested(list.getSelect(place + 1)), all.get(place++));
      }
      result = operations.of(result, right, operation);
    }
    Optional<LimitClause> limit = LimitClause.of(list);
    return limit.isPresent() ? limited(list, result, limit.get()) : result;
  }

  private boolean first(SetOperation operation) {
    return context.parser().takesFirst(operation);
  }

  /** The parser gives the limit of the whole to the last part. */
  private static void checkLimits(SetOperationList list) {
    for (Select part : list.getSelects()) {
      if (part instanceof PlainSelect && LimitClause.of(part).isPresent()) {
        throw new NotUnderstood("LIMIT of a set operation without ORDER BY");
      }
    }
  }

  private Bound limited(SetOperationList list, Bound all, LimitClause limit) throws SQLException {
    List<Scope.Alias> names = new ArrayList<>();
    List<Column> columns = all.relation().columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      all.names().get(i).ifPresent(name -> names.add(new Scope.Alias(name, column)));
    }
    Scope scope = Scope.of(List.of()).withAliases(names);
    Attachments attachments = new Attachments();
    List<Ordering> order =
        new OrderBinder(Site.plain(this, scope, attachments), List.copyOf(columns))
            .terms(list.getOrderByElements());
    if (!attachments.isEmpty()) {
      throw new NotUnderstood("a subquery in ORDER BY of a set operation");
    }
    return new Bound(OrderBinder.top(all.relation(), order, limit, symbols()), all.names());
  }
}
