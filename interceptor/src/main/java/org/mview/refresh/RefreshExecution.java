package org.mview.refresh;

import java.sql.SQLException;
import java.util.List;
import org.mview.database.Database;
import org.mview.database.Request;
import org.mview.dialect.Capability;
import org.mview.lowering.RefreshStatements;

/** Carries out the statements of refreshes. */
final class RefreshExecution {
  private final Database database;
  private final Stages stages;

  RefreshExecution(Database database, Stages stages) {
    this.database = database;
    this.stages = stages;
  }

  /**
   * Brings a view up to date.
   *
   * @return false, having done nothing, if the logs were not as they were taken to be
   */
  boolean run(CompiledView compiled, RefreshTexts texts) throws SQLException {
    if (texts.otherwise().isEmpty()) {
      return run(texts);
    } else if (compiled.expectsInexact()) {
      return run(texts.otherwise().get());
    }
    return runExactly(compiled, texts, texts.otherwise().get());
  }

  private boolean runExactly(CompiledView compiled, RefreshTexts texts, RefreshTexts otherwise)
      throws SQLException {
    try {
      return runUndisturbed(texts);
    } catch (SQLException e) {
      if (!database.isInexact(e)) {
        throw e;
      }
      stages.undone();
      compiled.foundInexact();
      return run(otherwise);
    }
  }

  private boolean runUndisturbed(RefreshTexts texts) throws SQLException {
    if (!takesSeveral() || texts.atOnce().size() > 1) {
      return database.undisturbed(() -> run(texts));
    }
    makeStages(texts);
    List<Request<Boolean>> requests = requests(texts.atOnce().get(0));
    database.askUndisturbed(List.copyOf(requests));
    return hold(requests);
  }

  /** Answers false, having done nothing, if the logs were not as they were taken to be. */
  boolean run(RefreshTexts texts) throws SQLException {
    makeStages(texts);
    return takesSeveral() ? runAtOnce(texts) : runOneByOne(texts);
  }

  private boolean takesSeveral() {
    return database.dialect().can(Capability.TAKES_SEVERAL);
  }

  private void makeStages(RefreshTexts texts) throws SQLException {
    for (RefreshStatements.Stage stage : texts.stages()) {
      stages.make(stage);
    }
  }

  private boolean runAtOnce(RefreshTexts texts) throws SQLException {
    for (List<RefreshTexts.Text> several : texts.atOnce()) {
      List<Request<Boolean>> requests = requests(several);
      database.ask(List.copyOf(requests));
      if (!hold(requests)) {
        return false;
      }
    }
    return true;
  }

  private static List<Request<Boolean>> requests(List<RefreshTexts.Text> texts) {
    return texts.stream().map(text -> new Request<>(text.sql(), row -> row.getBoolean(1))).toList();
  }

  private static boolean hold(List<Request<Boolean>> requests) {
    return requests.stream().allMatch(request -> request.rows().stream().allMatch(held -> held));
  }

  private boolean runOneByOne(RefreshTexts texts) throws SQLException {
    for (RefreshTexts.Text statement : texts.all()) {
      boolean holds =
          switch (statement.answer()) {
            case NONE -> database.runOften(statement.sql()) >= 0;
            case ROWS -> database.runOften(statement.sql()) > 0;
            case A_ROW ->
                database.readOneOften(statement.sql(), row -> row.getBoolean(1)).orElse(false);
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
