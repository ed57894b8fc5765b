package org.mview.command;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;

/**
 * Tables that were dropped and created anew under a view without logs: the triggers by which it
 * learned of changes went with the old table.
 */
final class LostNotes {
  private static final Set<TableInfo.Kind> TABLES =
      Set.of(TableInfo.Kind.TABLE, TableInfo.Kind.PARTITIONED);

  private final Work work;

  LostNotes(Work work) {
    this.work = work;
  }

  /** Whether there is such a table. */
  boolean areThere() throws SQLException {
    return !tables().isEmpty();
  }

  /** Gives them their triggers again. Nothing is known of what was written before. */
  void restore() throws SQLException {
    Set<QualifiedName> tables = tables();
    for (QualifiedName table : tables) {
      work.notes().watchAgain(table);
    }
    if (!tables.isEmpty()) {
      work.reload();
    }
  }

  private Set<QualifiedName> tables() throws SQLException {
    Set<String> lost = Set.copyOf(work.registry().notes().withoutTriggers());
    Set<QualifiedName> tables = new HashSet<>();
    if (lost.isEmpty()) {
      return tables;
    }
    for (View view : work.catalog().views().values()) {
      for (QualifiedName table : work.notes().watchable(view)) {
        if (lost.contains(table.name().text()) && isTable(table)) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  /**
   * What stands there under the name may be a view by now, or nothing, or of this session alone.
   */
  private boolean isTable(QualifiedName name) throws SQLException {
    Optional<TableInfo> found = work.database().table(name);
    return found.map(TableInfo::kind).filter(TABLES::contains).isPresent();
  }
}
