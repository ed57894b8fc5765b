package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.algebra.Top;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * Divides a query: groups, windows and first rows on which it still computes something are each
 * kept as a view of their own, which the rest reads as one more master.
 *
 * <pre>
 *   project                       inner view 1:  aggregate by k     the view:  project
 *     join                                         rows of t                     join
 *       aggregate by k       →                                                     rows of inner view 1
 *         rows of t                                                                rows of u
 *       rows of u
 * </pre>
 *
 * <p>What such groups were before a change is then read from the log of the inner view: the very
 * values that the outer one has seen, instead of what rows that are gone would give once more.
 */
public final class InnerViews {
  private final IntFunction<QualifiedName> names;
  private final List<Relation> inner = new ArrayList<>();

  /** The columns that inner views are to show: a column that is added to a master changes none. */
  private final Set<Column> used;

  private InnerViews(IntFunction<QualifiedName> names, Set<Column> used) {
    this.names = names;
    this.used = used;
  }

  /**
   * A query in parts, each of which reads tables and the parts before it.
   *
   * @param inner what is kept beside the view, in the order in which it is to be refreshed
   * @param outer the view itself
   */
  public record Divided(List<Relation> inner, Relation outer) {
    public Divided {
      inner = List.copyOf(inner);
    }
  }

  /**
   * The parts of a query.
   *
   * @param names the table of the n-th inner view, from 0
   */
  public static Divided of(Relation query, IntFunction<QualifiedName> names) {
    Relation marked = Padding.marked(query);
    InnerViews views = new InnerViews(names, Used.mentioned(Used.only(marked)));
    Relation outer = views.outermost(marked);
    return new Divided(views.inner, outer);
  }

  /** How many inner views a query has. */
  public static int number(Relation query) {
    return of(query, i -> QualifiedName.of("inner" + i)).inner().size();
  }

  /** The columns of an inner view's table: it is nobody's business what they hold. */
  public static List<Identifier> columns(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> Identifier.of("c" + i)).toList();
  }

  /**
   * The types of these columns in the table of an inner view. What a function has computed is not
   * to be compared as a column of a declared type would be.
   */
  public static List<Type> types(Relation inner, List<Column> columns) {
    return columns.stream()
        .map(column -> isComputed(column, inner) ? column.type().undeclared() : column.type())
        .toList();
  }

  private static boolean isComputed(Column column, Relation inner) {
    boolean isCall =
        inner instanceof Aggregate groups
            ? !groups.keys().contains(column)
            : !inner.inputs().get(0).columns().contains(column);
    return isCall || column.type().isComputed();
  }

  /** What nothing is computed on is held by the container of the view. */
  private Relation outermost(Relation relation) {
    return relation instanceof Project || relation instanceof Filter
        ? relation.mapInputs(this::outermost)
        : relation.mapInputs(this::within);
  }

  private Relation within(Relation relation) {
    Relation over = relation.mapInputs(this::within);
    return over instanceof Aggregate || over instanceof Window || over instanceof Top
        ? kept(Used.shown(over, used))
        : over;
  }

  private Relation kept(Relation relation) {
    List<Column> columns = relation.columns();
    List<Identifier> sources = columns(columns.size());
    List<Type> types = types(relation, columns);
    List<TableColumn> declared =
        IntStream.range(0, columns.size())
            .mapToObj(i -> new TableColumn(sources.get(i), types.get(i)))
            .toList();
    Table table = new Table(names.apply(inner.size()), declared, keys(relation, sources));
    inner.add(relation);
    return computed(new Scan(table, columns, sources), relation);
  }

  /**
   * What was computed is not compared as a column would be: a database may convert what is compared
   * with a column. What has a collation keeps it only as a column.
   */
  private static Relation computed(Scan scan, Relation inner) {
    List<Project.Item> items =
        scan.columns().stream().map(column -> item(column, isComputed(column, inner))).toList();
    List<Column> kept = items.stream().flatMap(item -> item.value().columns().stream()).toList();
    return kept.equals(scan.columns())
        ? scan
        : new Project(new Scan(scan.table(), kept, scan.sources()), items);
  }

  private static Project.Item item(Column column, boolean isComputed) {
    if (!isComputed || column.type().collation().isPresent()) {
      return Project.Item.of(column);
    }
    Column kept = column.named(column.name() + "$kept");
    return new Project.Item(column, Fragment.computed(kept));
  }

  private static List<List<Identifier>> keys(Relation relation, List<Identifier> columns) {
    return relation instanceof Aggregate groups
        ? List.of(columns.subList(0, groups.keys().size()))
        : List.of();
  }
}
