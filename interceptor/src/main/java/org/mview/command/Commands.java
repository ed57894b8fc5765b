package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.VIEW_MISSING;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.View;
import org.mview.command.Transactions.InTransaction;
import org.mview.dialect.Capability;
import org.mview.sql.QualifiedName;
import org.mview.statement.AlterMaterializedView;
import org.mview.statement.AlterMaterializedViewLog;
import org.mview.statement.AlterParallel;
import org.mview.statement.AlterSession;
import org.mview.statement.CallBlock;
import org.mview.statement.Candidate;
import org.mview.statement.ChangePrivileges;
import org.mview.statement.ChangeUsers;
import org.mview.statement.CheckMaterializedViews;
import org.mview.statement.Command;
import org.mview.statement.CommentOnMaterializedView;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.CreateMaterializedViewLog;
import org.mview.statement.DropMaterializedView;
import org.mview.statement.DropMaterializedViewLog;
import org.mview.statement.ExplainMaterializedView;
import org.mview.statement.RefreshMaterializedView;

/** Gives each command to its handler. */
public final class Commands {
  private final Transactions transactions;
  private final Warnings warnings;

  /** Commands that run in these transactions. */
  public Commands(Transactions transactions, Warnings warnings) {
    this.transactions = transactions;
    this.warnings = warnings;
  }

  /**
   * Carries out a statement of ours.
   *
   * @param sql its text
   * @param parameters values bound to the parameters of the text, by position from 1
   */
  public Outcome run(Command command, String sql, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    if (command instanceof ExplainMaterializedView explain) {
      String rows = transactions.run(work -> new ExplainView(explain, work).run());
      return new Outcome(Map.of(), warnings.all(), Optional.of(rows));
    }
    if (command instanceof AlterSession alter) {
      new SetSession(warnings).run(alter);
      return new Outcome(Map.of(), warnings.all());
    }
    if (command instanceof CheckMaterializedViews check) {
      String rows = new CheckViews(check, transactions).run();
      return new Outcome(Map.of(), warnings.all(), Optional.of(rows));
    }
    Map<Integer, Object> outs =
        command instanceof CallBlock block
            ? new RunCalls(block, parameters, transactions).run()
            : Map.of();
    if (!(command instanceof CallBlock)) {
      run(command, sql);
    }
    return new Outcome(outs, warnings.all());
  }

  private void run(Command command, String sql) throws SQLException {
    InTransaction<Boolean> handling =
        work -> {
          if (command instanceof CreateMaterializedView create) {
            new CreateView(create, work).run();
          } else if (command instanceof DropMaterializedView drop) {
            new DropView(drop, work).run();
          } else if (command instanceof AlterMaterializedView alter) {
            new AlterView(alter, work).run();
          } else if (command instanceof CreateMaterializedViewLog create) {
            new CreateLog(create, work).run();
          } else if (command instanceof AlterMaterializedViewLog alter) {
            new AlterLog(alter, work).run();
          } else if (command instanceof DropMaterializedViewLog drop) {
            new DropLog(drop, work).run();
          } else if (command instanceof Candidate candidate) {
            new ChangeObject(candidate, sql, work).run();
          } else {
            others(command, work);
          }
          return true;
        };
    if (command instanceof Candidate candidate && candidate.movesRows()) {
      transactions.runChangingRows(handling);
    } else {
      transactions.run(handling);
    }
    if (command instanceof RefreshMaterializedView refresh) {
      refresh(refresh);
    }
  }

  private static void others(Command command, Work work) throws SQLException {
    if (command instanceof CommentOnMaterializedView comment) {
      QualifiedName name = new ObjectNames(work.database()).ours(comment.name());
      View view = work.catalog().view(name).orElseThrow(() -> VIEW_MISSING.of(name));
      work.registry().comment(view, comment.comment());
    } else if (command instanceof ChangePrivileges privileges) {
      privileges(privileges, work);
    } else if (command instanceof ChangeUsers users) {
      work.warnings().add("%s has no effect: this database has no users".formatted(users.verb()));
    } else if (!(command instanceof AlterParallel
        || command instanceof RefreshMaterializedView
        || new DefineDimension(work).run(command))) {
      throw NOT_SUPPORTED.of(words(command), "it is not part of this version");
    }
  }

  private static void privileges(ChangePrivileges given, Work work) throws SQLException {
    work.warnings().add("privileges %s are not enforced here".formatted(given.privileges()));
    Optional<String> others = given.remainder();
    if (others.isPresent() && !work.database().dialect().can(Capability.HAS_NO_USERS)) {
      work.database().asGiven(others.get());
    }
  }

  /** The name of a command as words: "CREATE DATABASE LINK". */
  private static String words(Command command) {
    String name = command.getClass().getSimpleName();
    return name.replaceAll("(?<=.)(?=\\p{Lu})", " ").toUpperCase(Locale.ROOT);
  }

  private void refresh(RefreshMaterializedView refresh) throws SQLException {
    Map<View, RefreshMethod> chosen =
        transactions.run(
            work -> {
              QualifiedName name = new ObjectNames(work.database()).ours(refresh.name());
              View view = work.catalog().view(name).orElseThrow(() -> VIEW_MISSING.of(name));
              return Map.of(view, view.properties().method());
            });
    if (!refresh.withData()) {
      throw NOT_SUPPORTED.of("WITH NO DATA in REFRESH", "drop the view, or leave it as it is");
    }
    new RefreshViews(transactions)
        .run(new RefreshViews.Request(chosen, RefreshRun.Options.DEFAULT));
  }
}
