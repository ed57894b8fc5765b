package org.mview.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * Which indexes of its masters the refreshes of a view want, by the plans that they run. What is
 * run instead when a value is not exact is too rare to make every write of a master dearer.
 */
public final class WantedIndexes {
  private WantedIndexes() {}

  /**
   * Those that a view wants, the longest first; none when it cannot be refreshed from its logs.
   *
   * @param catalog of which the view reads the logs
   */
  public static List<WantedIndex> of(CompiledView compiled, Catalog catalog, Database database) {
    View view = compiled.view();
    boolean reads =
        compiled.kept().isPresent()
            && Masters.of(compiled.kept().get().content()).stream()
                .map(catalog::log)
                .allMatch(log -> log.filter(l -> catalog.reads(view, l)).isPresent());
    return reads && view.properties().method().readsChanges()
        ? of(compiled, PlannedRefresh.of(compiled, false, catalog, database))
        : List.of();
  }

  private static List<WantedIndex> of(CompiledView compiled, PlannedRefresh planned) {
    Set<QualifiedName> masters = Masters.of(compiled.kept().orElseThrow().content());
    Set<WantedIndex> wanted = new LinkedHashSet<>();
    for (Statement statement : planned.statements().statements()) {
      TablesRead.in(statement).all().stream()
          .filter(read -> masters.contains(read.table()) && !read.terms().isEmpty())
          .forEach(wanted::add);
    }
    List<WantedIndex> longestFirst = new ArrayList<>(wanted);
    longestFirst.sort(Comparator.comparing(index -> -index.terms().size()));
    return longestFirst;
  }
}
