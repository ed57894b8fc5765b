package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * A subquery that stands for the values of its one row.
 *
 * <pre>
 *   (SELECT MAX(x) FROM t)                    join with the one row
 *   (SELECT MAX(x) FROM t WHERE t.k = o.k)    left join with the groups by t.k, on t.k = o.k
 *   (SELECT x FROM t WHERE t.id = o.t)        left join with t, if t.id is a key
 * </pre>
 */
final class ScalarSubqueries {
  private final Site site;

  ScalarSubqueries(Site site) {
    this.site = site;
  }

  /** The value of a subquery with one column. */
  Expression value(Select select) throws SQLException {
    List<Expression> values = values(select);
    if (values.size() != 1) {
      throw new NotUnderstood("a subquery with %s columns: %s".formatted(values.size(), select));
    }
    return values.get(0);
  }

  /** The values of the row. */
  List<Expression> values(Select select) throws SQLException {
    Optional<List<Expression>> known = site.attachments().known(select.toString());
    if (known.isPresent()) {
      return known.get();
    }
    Inner inner = site.binder().inner(select, site.scope(), Use.ROWS);
    List<Expression> values = inner.total().isPresent() ? ofTotal(inner) : ofRow(inner, select);
    site.attachments().remember(select.toString(), values);
    return values;
  }

  private List<Expression> ofTotal(Inner inner) {
    Map<Column, Expression> values = attachTotal(inner);
    List<Expression> having = inner.total().orElseThrow().having();
    inner.outputs().forEach(ScalarSubqueries::checkCollation);
    return inner.outputs().stream()
        .map(
            output ->
                having.isEmpty()
                    ? output
                    : Fragment.of("CASE WHEN {} THEN {} END", TotalGroup.all(having), output))
        .map(output -> output.mapColumns(column -> values.getOrDefault(column, column)))
        .toList();
  }

  /** Joins the groups, and tells what stands for the columns of a group that may be missing. */
  Map<Column, Expression> attachTotal(Inner inner) {
    Padding padding = Padding.of(inner.relation(), site.binder().symbols());
    site.attachments()
        .add(
            new Attachment(
                padding.relation(), inner.links().stream().map(padding::map).toList(), true));
    return inner.total().orElseThrow().values(padding.columns());
  }

  private List<Expression> ofRow(Inner inner, Select select) {
    inner.outputs().forEach(ScalarSubqueries::checkCollation);
    if (!Unique.by(inner.relation(), pinned(inner), site.binder().symbols())) {
      throw new NotUnderstood("a subquery that may have more than one row: %s".formatted(select));
    }
    Map<Column, Column> shown = new LinkedHashMap<>();
    List<Project.Item> items = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (int i = 0; i < inner.outputs().size(); i++) {
      Expression output = inner.outputs().get(i);
      Column column = site.binder().symbols().output(inner.names().get(i), output);
      items.add(new Project.Item(column, output));
      values.add(column);
    }
    for (Expression link : inner.links()) {
      for (Column column : link.columns()) {
        if (inner.local().contains(column) && !shown.containsKey(column)) {
          shown.put(column, site.binder().symbols().copy(column, column.type()));
          items.add(new Project.Item(shown.get(column), column));
        }
      }
    }
    Relation row = new Project(inner.relation(), items);
    if (inner.links().isEmpty() && isOneRow(inner.relation())) {
      site.attachments().add(Attachment.always(row));
      return values;
    }
    return attach(row, inner.links(), shown, values);
  }

  private List<Expression> attach(
      Relation row, List<Expression> links, Map<Column, Column> shown, List<Expression> values) {
    Padding padding = Padding.of(row, site.binder().symbols());
    List<Expression> conditions =
        links.stream()
            .map(link -> link.mapColumns(c -> shown.getOrDefault((Column) c, (Column) c)))
            .map(padding::map)
            .toList();
    site.attachments()
        .add(new Attachment(padding.relation(), conditions.isEmpty() ? ALWAYS : conditions, true));
    return values.stream().map(padding::map).toList();
  }

  static final List<Expression> ALWAYS = List.of(Fragment.text("1 = 1"));

  /** The columns of which the links leave one value for each row around. */
  private Set<Column> pinned(Inner inner) {
    Set<Column> pinned = new HashSet<>();
    for (Expression link : inner.links()) {
      LinkKey.find(link, inner.local(), site.binder().symbols())
          .filter(key -> key.inner() instanceof Column && link instanceof Fragment)
          .ifPresent(key -> pinned.add((Column) key.inner()));
    }
    return pinned;
  }

  /** Whether there is exactly one row, whatever the masters hold. */
  static boolean isOneRow(Relation relation) {
    if (relation instanceof Aggregate groups) {
      return groups.isTotal() && !groups.calls().isEmpty();
    }
    boolean keepsRow =
        relation instanceof Project
            || (relation instanceof Join join && join.conditions().isEmpty());
    return keepsRow && relation.inputs().stream().allMatch(ScalarSubqueries::isOneRow);
  }

  /** A column lends its collation to comparisons around it, a subquery does not. */
  private static void checkCollation(Expression value) {
    if (Collations.of(value).isPresent()) {
      throw new NotUnderstood("a subquery for a value with a collation: %s", value);
    }
  }
}
