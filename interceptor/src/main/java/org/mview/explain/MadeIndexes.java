package org.mview.explain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.catalog.IndexEntry;
import org.mview.catalog.IndexRows;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.TableIndex;
import org.mview.refresh.CompiledView;
import org.mview.sql.IndexTerm;

/** Says which indexes we have made for a view, of those that are still there. */
final class MadeIndexes {
  private MadeIndexes() {}

  static List<String> of(Examined examined, Database database) throws SQLException {
    IndexRows rows = new Registry(database).indexes();
    List<String> lines = new ArrayList<>();
    for (CompiledView part : examined.parts()) {
      for (IndexEntry entry : rows.of(part.view())) {
        Optional<TableIndex> index =
            database.indexes(entry.table()).stream()
                .filter(i -> i.name().equals(entry.name()))
                .findFirst();
        if (index.isPresent()) {
          lines.add(line(entry, index.get()) + others(rows, entry, examined));
        }
      }
    }
    return lines.stream().distinct().toList();
  }

  private static String line(IndexEntry entry, TableIndex index) {
    return "%s on %s(%s): goes with the last view that wants it"
        .formatted(entry.name(), entry.table().name(), IndexTerm.list(index.terms()));
  }

  private static String others(IndexRows rows, IndexEntry entry, Examined examined)
      throws SQLException {
    List<Long> readers = rows.readers(entry);
    String names =
        examined.catalog().ofUsers().stream()
            .filter(view -> readers.stream().anyMatch(id -> isPart(id, view, examined)))
            .filter(view -> !Optional.of(view.name()).equals(examined.name()))
            .map(view -> view.name().name().text())
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; also for " + names;
  }

  private static boolean isPart(long id, View view, Examined examined) {
    return id == view.id()
        || examined.catalog().innerViews(view).stream().anyMatch(inner -> inner.id() == id);
  }
}
