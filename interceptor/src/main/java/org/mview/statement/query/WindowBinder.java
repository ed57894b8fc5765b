package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.WindowElement;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.jspecify.annotations.Nullable;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** Calls with FILTER or OVER. */
final class WindowBinder {
  /** Equal rows get equal results. */
  private static final Set<String> RANKS =
      Set.of("rank", "dense_rank", "percent_rank", "cume_dist");

  /** The result of all rows of a frame, whatever their order. */
  private static final Set<String> UNORDERED = Set.of("count", "sum", "avg", "min", "max", "total");

  private static final Set<String> WHOLE = Set.of("rank", "dense_rank", "row_number", "ntile");

  /** A frame with numbers in it, or with none. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(ROWS|RANGE|GROUPS) (BETWEEN BOUND AND BOUND|BOUND)"
                  .replace("BOUND", "((UNBOUNDED|[0-9.]+) (PRECEDING|FOLLOWING)|CURRENT ROW)")
              + "( EXCLUDE (NO OTHERS|CURRENT ROW|GROUP|TIES))?");

  private final Site site;

  WindowBinder(Site site) {
    this.site = site;
  }

  Expression bind(AnalyticExpression call) throws SQLException {
    if (call.getType() == AnalyticType.FILTER_ONLY) {
      return new FunctionBinder(site).filtered(call);
    } else if (call.getType() != AnalyticType.OVER) {
      throw new NotUnderstood("an expression that is not understood: %s".formatted(call));
    }
    WindowCalls collected =
        site.windows()
            .orElseThrow(
                () -> new NotUnderstood("%s where no window function can be".formatted(call)));
    Function function = AnalyticCall.function(call);
    WindowDefinition window = window(call);
    checkWhole(call, function, window);
    String name = call.getName().toLowerCase(Locale.ROOT);
    List<String> arguments = function.getParameters().stream().map(Object::toString).toList();
    if (!new FunctionBinder(site).isAggregate(name, arguments, call)) {
      throw new NotUnderstood("%s is no window function".formatted(call));
    }
    return collected.column(call(call, function, window, name), name, type(name));
  }

  private WindowCalls.Call call(
      AnalyticExpression call, Function function, WindowDefinition window, String name)
      throws SQLException {
    ExpressionBinder inside = new ExpressionBinder(site.withoutWindows());
    Fragment text = FunctionBinder.call(function, inside);
    if (call.getFilterExpression() != null) {
      Expression filter = inside.bind(call.getFilterExpression());
      text = Fragment.of("{} FILTER (WHERE {})", text, filter).inlined(0);
    }
    List<Expression> partition =
        !isPartitioned(window) ? List.of() : inside.all(nodes(window.getPartitionExpressionList()));
    List<Ordering> order = new ArrayList<>();
    if (window.getOrderByElements() != null) {
      for (OrderByElement element : window.getOrderByElements()) {
        order.add(new Ordering(inside.bind(element.getExpression()), Ordering.direction(element)));
      }
    }
    String frame = frame(window.getWindowElement());
    boolean needsOrder =
        !RANKS.contains(name) && !(UNORDERED.contains(name) && !frame.startsWith(" ROWS"));
    List<Expression> keys = partition.stream().filter(key -> !key.columns().isEmpty()).toList();
    return new WindowCalls.Call(text, keys, order, frame, needsOrder);
  }

  private static boolean isPartitioned(WindowDefinition window) {
    return window.getPartitionExpressionList() != null
        && !window.getPartitionExpressionList().isEmpty();
  }

  private static List<net.sf.jsqlparser.expression.Expression> nodes(List<?> list) {
    return list.stream().map(net.sf.jsqlparser.expression.Expression.class::cast).toList();
  }

  private static String frame(@Nullable WindowElement element) {
    if (element == null) {
      return "";
    }
    String text = element.toString().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    if (!FRAME.matcher(text).matches()) {
      throw new NotUnderstood("a frame that is not understood: %s".formatted(element));
    }
    return " " + text;
  }

  /** The window of a call, or the one of the WINDOW clause that it names. */
  private WindowDefinition window(AnalyticExpression call) {
    return call.getWindowName() == null
        ? call.getWindowDefinition()
        : site.scope()
            .window(Quoting.without(call.getWindowName()))
            .orElseThrow(
                () -> new NotUnderstood("window %s is not known".formatted(call.getWindowName())));
  }

  private static void checkWhole(
      AnalyticExpression call, Function function, WindowDefinition window) {
    List<net.sf.jsqlparser.expression.Expression> children = new ArrayList<>(List.of(function));
    String template = "{}";
    if (call.getFilterExpression() != null) {
      template += " FILTER (WHERE {})";
      children.add(call.getFilterExpression());
    }
    String over = call.getWindowName() == null ? clauses(window) : call.getWindowName();
    Template.check(call, template + " OVER " + over.replace("{}", "{ }"), children);
  }

  private static String clauses(WindowDefinition window) {
    List<String> clauses = new ArrayList<>();
    if (isPartitioned(window)) {
      clauses.add("PARTITION BY " + texts(window.getPartitionExpressionList().stream()));
    }
    if (window.getOrderByElements() != null) {
      clauses.add("ORDER BY " + texts(window.getOrderByElements().stream()));
    }
    if (window.getWindowElement() != null) {
      clauses.add(window.getWindowElement().toString().strip());
    }
    return "(" + String.join(" ", clauses) + ")";
  }

  private static String texts(Stream<?> nodes) {
    return String.join(", ", nodes.map(Object::toString).toList());
  }

  private static Type type(String name) {
    return name.equals("count") || WHOLE.contains(name) ? Type.COUNT : Type.ANY;
  }
}
