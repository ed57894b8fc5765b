package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.catalog.IndexEntry;
import org.mview.catalog.IndexRows;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.refresh.WantedIndex;
import org.mview.refresh.WantedIndexes;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * Makes the indexes by which refreshes find rows of the masters, where there are none, and removes
 * them with the last view that wants them. They are never more than a matter of time: where one
 * cannot be made, that is a warning.
 */
final class Indexes {
  private final Work work;
  private final Database database;
  private final IndexRows rows;
  private final boolean creates;

  Indexes(Work work) {
    this(work, work.options().autoIndex());
  }

  /**
   * Indexes of views.
   *
   * @param creates whether those are made that are not there
   */
  Indexes(Work work, boolean creates) {
    this.work = work;
    this.creates = creates;
    this.database = work.database();
    this.rows = work.registry().indexes();
  }

  /**
   * A view reads its logs, or does not any more: makes what its refreshes want, if that is asked
   * for, and removes what they do not want.
   */
  void arrange(CompiledView compiled) throws SQLException {
    List<IndexEntry> ours = rows.all();
    if (!creates && ours.isEmpty()) {
      return;
    }
    List<IndexEntry> wanted = new ArrayList<>();
    for (WantedIndex index : WantedIndexes.of(compiled, work.catalog(), database)) {
      index(index, compiled.view(), ours, wanted);
    }
    rows.want(compiled.view(), wanted);
    removeUnwanted();
  }

  /** A view is gone, or is not refreshed from logs any more. */
  void release(View view) throws SQLException {
    rows.want(view, List.of());
    removeUnwanted();
  }

  /** Adds the index that does what is wanted, unless it is another's. */
  private void index(WantedIndex wanted, View view, List<IndexEntry> ours, List<IndexEntry> all)
      throws SQLException {
    List<String> there =
        database.indexes(wanted.table()).stream()
            .filter(wanted::isServedBy)
            .map(TableIndex::name)
            .toList();
    Set<String> names = ours.stream().map(IndexEntry::name).collect(Collectors.toSet());
    Set<String> made = all.stream().map(IndexEntry::name).collect(Collectors.toSet());
    if (there.stream().anyMatch(name -> made.contains(name) || !names.contains(name))) {
      return;
    }
    Optional<IndexEntry> ofOurs = ours.stream().filter(i -> there.contains(i.name())).findFirst();
    if (ofOurs.isPresent()) {
      all.add(ofOurs.get());
    } else if (creates) {
      create(wanted, view, all);
    }
  }

  /** Where a definition commits, the index is entered before it is there. */
  private void create(WantedIndex wanted, View view, List<IndexEntry> all) throws SQLException {
    IndexEntry entry = rows.add(wanted.table());
    all.add(entry);
    rows.want(view, all);
    try {
      database.undisturbed(
          () -> {
            database.define(definition(wanted, entry));
            return true;
          });
    } catch (SQLException e) {
      all.remove(entry);
      rows.remove(entry);
      work.warnings().add("no index on %s could be made: %s".formatted(wanted, e.getMessage()));
    }
  }

  private Definition definition(WantedIndex wanted, IndexEntry entry) throws SQLException {
    TableInfo table = database.table(wanted.table()).orElseThrow();
    List<Statement.Key> key =
        wanted.terms().stream()
            .map(term -> new Statement.Key(term.column(), table.type(term.column())))
            .toList();
    Set<Identifier> descending =
        wanted.terms().stream()
            .filter(IndexTerm::descending)
            .map(IndexTerm::column)
            .collect(Collectors.toSet());
    return new Definition.CreateIndex(
        new QualifiedName(wanted.table().schema(), Identifier.of(entry.name())),
        wanted.table(),
        key,
        false,
        descending);
  }

  /** Removes those that no view wants. */
  void removeUnwanted() throws SQLException {
    for (IndexEntry index : rows.unwanted()) {
      remove(index);
      rows.remove(index);
    }
  }

  /** Its table may have another name by now, or be gone, and so may the index. */
  private void remove(IndexEntry index) throws SQLException {
    QualifiedName name = index.table().sibling(index.name());
    if (!database.dialect().can(Capability.INDEXES_WITHIN_TABLES)) {
      database.define(Definition.Drop.of(Definition.Kind.INDEX, name));
      return;
    }
    for (String table : tablesWith(index.name())) {
      try {
        database.define(
            "ALTER TABLE %s DROP INDEX %s"
                .formatted(
                    database.name(index.table().sibling(table)),
                    database.dialect().quoted(index.name())));
      } catch (SQLException e) {
        // A foreign key that was made since may rely on it.
        work.warnings().add("index %s stays: %s".formatted(index.name(), e.getMessage()));
      }
    }
  }

  private List<String> tablesWith(String index) throws SQLException {
    return database.read(
        """
        SELECT DISTINCT TABLE_NAME FROM information_schema.statistics \
        WHERE TABLE_SCHEMA = ? AND INDEX_NAME = ?""",
        row -> row.getString(1),
        database.home(),
        index);
  }
}
