package org.mview.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.algebra.Relation;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.refresh.Masters;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The logs that a query reads. */
final class LogsText {
  private static final String MERGING =
      "; its triggers merge changes into the views that read it, and write no rows";

  private LogsText() {}

  /**
   * A line for each log.
   *
   * @param catalog of the logs that the view reads
   * @param before of those that were there before anybody asked
   */
  static List<String> of(Relation query, Catalog catalog, Catalog before) {
    List<String> lines = new ArrayList<>();
    for (QualifiedName master : Masters.of(query)) {
      Optional<LogEntry> log = catalog.log(master);
      lines.add(
          log.isPresent()
              ? log(log.get(), before.log(master).isPresent())
              : "none of %s, which would have to hold %s"
                  .formatted(master, list(Masters.columns(query, master))));
    }
    return lines;
  }

  private static String log(LogEntry entry, boolean isThere) {
    String line =
        "%s of %s: %s"
            .formatted(entry.log().table(), entry.log().master(), list(entry.log().columns()));
    if (entry.merging()) {
      return line + MERGING;
    }
    return isThere ? line : line + " (made with the view)";
  }

  private static String list(Collection<Identifier> columns) {
    return columns.stream().map(Identifier::text).collect(Collectors.joining(", "));
  }
}
