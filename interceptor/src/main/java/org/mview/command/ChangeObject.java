package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.TABLE_REFERRED_TO;
import static org.mview.error.MViewError.VIEW_COMMENTED_OTHERWISE;
import static org.mview.error.MViewError.VIEW_DROPPED_OTHERWISE;
import static org.mview.error.MViewError.VIEW_READ_ONLY;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.AlterNativeView;
import org.mview.statement.AlterTable;
import org.mview.statement.Candidate;
import org.mview.statement.Clause;
import org.mview.statement.CommentOnColumn;
import org.mview.statement.CommentOnTable;
import org.mview.statement.CreateIndex;
import org.mview.statement.DropTableOrView;
import org.mview.statement.StorageClause;
import org.mview.statement.TruncateTable;

/** Statements that change a view, or a table that has a log, as one changes an ordinary table. */
final class ChangeObject {
  private final Candidate command;
  private final String sql;
  private final Work work;

  ChangeObject(Candidate command, String sql, Work work) {
    this.command = command;
    this.sql = sql;
    this.work = work;
  }

  void run() throws SQLException {
    List<View> views = new ArrayList<>();
    List<LogEntry> logs = new ArrayList<>();
    for (org.mview.statement.QualifiedName given : command.objects()) {
      QualifiedName name = new ObjectNames(work.database()).any(given);
      work.catalog().view(name).or(() -> work.catalog().viewIn(name)).ifPresent(views::add);
      work.catalog().log(name).ifPresent(logs::add);
    }
    if (command instanceof CreateIndex create && !views.isEmpty()) {
      index(create, views.get(0));
    } else if (command instanceof TruncateTable truncate) {
      truncate(truncate, views);
    } else if (command instanceof AlterTable alter
        && alter.exchanged().isEmpty()
        && !views.isEmpty()) {
      alterView(alter, views.get(0));
    } else if (command instanceof CommentOnColumn && !views.isEmpty()) {
      commentColumn();
    } else if (command instanceof DropTableOrView && !views.isEmpty()) {
      throw VIEW_DROPPED_OTHERWISE.of(views.get(0).name());
    } else if (!views.isEmpty()) {
      throw refused(views.get(0).name());
    } else if (command.movesRows()) {
      new ChangePartitions(command, sql, work).run(logs);
    } else {
      changeMasters(logs);
    }
  }

  /** What nobody can say of a view, with the way round. */
  private MViewException refused(QualifiedName view) {
    if (command instanceof AlterNativeView alter) {
      String action = "%s of %s".formatted(alter.action().text(), view);
      return NOT_SUPPORTED.of(action, "drop the view and create it anew");
    } else if (command instanceof CommentOnTable) {
      return VIEW_COMMENTED_OTHERWISE.of(view);
    }
    return NOT_SUPPORTED.of("this statement on " + view, "leave it out");
  }

  /** The database keeps it, of the table or of the plain view in front of it. */
  private void commentColumn() throws SQLException {
    if (work.database().dialect().can(Capability.COMMENTS_COLUMNS)) {
      work.database().asGiven(sql);
    } else {
      work.warnings().add("COMMENT ON COLUMN is ignored: the database has nothing like it");
    }
  }

  private void alterView(AlterTable alter, View view) throws SQLException {
    Optional<org.mview.statement.ConstraintChange> change = alter.constraint();
    if (change.isEmpty()) {
      throw NOT_SUPPORTED.of(
          "to change anything but the constraints of " + view.name(),
          "drop the view and create it anew");
    }
    new ChangeConstraint(work, view).run(change.get());
  }

  /** An index is made on the table that holds the view, stored as the database stores indexes. */
  private void index(CreateIndex create, View view) throws SQLException {
    String table = work.database().dialect().quoted(view.container().table().name().text());
    work.database()
        .asGiven(
            "CREATE %sINDEX %s %s%s"
                .formatted(
                    create.kind() == CreateIndex.Kind.UNIQUE ? "UNIQUE " : "",
                    create.heading().text(),
                    table,
                    sql.substring(create.tableSource().end(), create.columns().end())));
    warnings(create).forEach(work.warnings()::add);
  }

  private List<String> warnings(CreateIndex create) {
    String database = work.database().dialect().name();
    List<String> texts = new ArrayList<>();
    if (create.kind() == CreateIndex.Kind.BITMAP) {
      texts.add("BITMAP is ignored: the index is an ordinary one");
    }
    create.storage().stream()
        .map(StorageClause::clause)
        .filter(clause -> clause.policy(database) != Clause.Policy.SILENT)
        .map(clause -> "%s is ignored for an index of a view".formatted(clause))
        .distinct()
        .forEach(texts::add);
    return texts;
  }

  /** Where there is no TRUNCATE, every row is deleted, which triggers see. */
  private void truncate(TruncateTable truncate, List<View> views) throws SQLException {
    for (View view : views) {
      if (!view.isOpenToChanges()) {
        throw VIEW_READ_ONLY.of(view.name());
      }
    }
    for (org.mview.statement.QualifiedName table : truncate.tables()) {
      QualifiedName name = new ObjectNames(work.database()).any(table);
      if (work.database().isReferredTo(name)) {
        throw TABLE_REFERRED_TO.of(name);
      }
      work.database().define("DELETE FROM " + work.database().name(name));
    }
  }

  /**
   * A table that has a log is altered or dropped. The triggers are taken away meanwhile: SQLite
   * refuses to drop a column that one of them reads.
   */
  private void changeMasters(List<LogEntry> logs) throws SQLException {
    if (!work.database().dialect().can(Capability.TRANSACTIONAL_DDL)) {
      new ChangeMasters(sql, logs, work).run();
      return;
    }
    for (LogEntry log : logs) {
      work.triggers().logAllMergingWith(log);
      work.triggers().suspend(work.catalog().log(log.log().id()));
    }
    work.database().asGiven(sql);
    for (LogEntry log : logs) {
      Optional<Identifier> column = new TypeCheck(work.database()).changed(log);
      if (column.isPresent()) {
        throw NOT_SUPPORTED.of(
            "another type for column %s of %s, which a materialized view reads"
                .formatted(column.get(), log.log().master()),
            "drop the views and the log, change the type, and create them anew");
      }
      boolean isThere = work.database().table(log.log().master()).isPresent();
      if (isThere) {
        work.triggers().resume(log);
        if (AlterWords.of(sql, work.database().dialect()).mayCompute(log)) {
          work.readers().missed(log);
        }
      } else {
        work.logs().drop(log);
      }
    }
  }
}
