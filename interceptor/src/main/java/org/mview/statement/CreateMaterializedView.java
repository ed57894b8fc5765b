package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.BuildMode;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;

/**
 * CREATE MATERIALIZED VIEW, or CREATE SNAPSHOT.
 *
 * @param columns names for the columns, in the order of the query's; empty when those are to hold
 * @param plain whether PostgreSQL would take the text too, because no clause of Oracle's is in it
 * @param query the defining query, without parentheses around all of it
 */
public record CreateMaterializedView(
    QualifiedName name,
    boolean ifNotExists,
    List<Name> columns,
    BuildMode build,
    RefreshClause refresh,
    Set<ViewOption> options,
    List<StorageClause> storage,
    boolean plain,
    SourceText query)
    implements Command {
  public CreateMaterializedView {
    columns = List.copyOf(columns);
    options = Set.copyOf(options);
    storage = List.copyOf(storage);
    if (options.contains(ViewOption.REDUCED_PRECISION) && build != BuildMode.PREBUILT) {
      throw new IllegalArgumentException("only a prebuilt table is of reduced precision");
    }
    if (query.text().isBlank()) {
      throw new IllegalArgumentException("a view has a query");
    }
  }

  /** The method of its refreshes; ON STATEMENT implies FAST. */
  public RefreshMethod method() {
    boolean onStatement = refresh.mode().filter(m -> m == RefreshMode.STATEMENT).isPresent();
    return refresh.method().orElse(onStatement ? RefreshMethod.FAST : RefreshMethod.FORCE);
  }

  /** When it is refreshed; empty when never. */
  public Optional<RefreshMode> mode() {
    return method() == RefreshMethod.NEVER
        ? Optional.empty()
        : Optional.of(refresh.mode().orElse(RefreshMode.DEMAND));
  }
}
