package org.mview.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mview.catalog.Catalog;
import org.mview.catalog.MasterReference;
import org.mview.delta.Reason;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacle;
import org.mview.sql.QualifiedName;

/**
 * A view as a refresh finds it.
 *
 * @param name by which its author knows it; a query has none
 * @param masters what its query reads
 * @param partitioned those of them of which it is known what comes and goes with a partition
 * @param parts its inner views and the view; none when the query does not fit any more
 * @param against why it cannot be refreshed at all
 * @param againstFast every reason why it cannot be refreshed fast
 * @param againstTriggers why triggers do not keep it; empty if they do
 * @param catalog with the logs that it reads
 */
public record Examined(
    Optional<QualifiedName> name,
    List<MasterReference> masters,
    Set<QualifiedName> partitioned,
    List<CompiledView> parts,
    List<Obstacle> against,
    List<Obstacle> againstFast,
    Optional<Reason> againstTriggers,
    Catalog catalog) {
  private static final Optional<Reason> UNKNOWN =
      Optional.of(new Reason("it cannot be refreshed at all"));

  public Examined {
    masters = List.copyOf(masters);
    partitioned = Set.copyOf(partitioned);
    parts = List.copyOf(parts);
    against = List.copyOf(against);
    againstFast = List.copyOf(againstFast);
  }

  /** One that cannot be compiled. */
  public static Examined broken(
      Optional<QualifiedName> name,
      List<MasterReference> masters,
      List<Obstacle> against,
      Catalog catalog) {
    return new Examined(name, masters, Set.of(), List.of(), against, List.of(), UNKNOWN, catalog);
  }

  /** The same, with more that stands in the way of any refresh. */
  public Examined with(List<Obstacle> more) {
    List<Obstacle> all = Stream.concat(against.stream(), more.stream()).toList();
    return new Examined(
        name, masters, partitioned, parts, all, againstFast, againstTriggers, catalog);
  }

  /** Whether a fast refresh succeeds. */
  public boolean isFast() {
    return against.isEmpty() && againstFast.isEmpty();
  }

  /** The view without its inner views. */
  Optional<CompiledView> outer() {
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
  }
}
