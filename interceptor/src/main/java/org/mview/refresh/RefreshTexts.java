package org.mview.refresh;

import java.util.List;
import java.util.Optional;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * The statements of a refresh as the database reads them.
 *
 * @param otherwise what to do when the database finds a value that is not exact
 */
record RefreshTexts(
    List<RefreshStatements.Stage> stages,
    List<String> clears,
    List<Text> statements,
    Optional<RefreshTexts> otherwise) {

  /**
   * A statement.
   *
   * @param answer how it says whether it has done anything
   */
  record Text(String sql, Answer answer) {}

  /** How a statement says whether the logs were as they were taken to be. */
  enum Answer {
    /** It says nothing. */
    NONE,
    /** By the number of the rows that it adds. */
    ROWS,
    /** By a row with a truth value. */
    A_ROW
  }

  static RefreshTexts of(RefreshPlan plan, Kept kept, Places places, Database database) {
    RefreshStatements lowered = RefreshStatements.of(plan, kept, places);
    return new RefreshTexts(
        lowered.stages(),
        lowered.stages().stream().map(s -> "DELETE FROM " + database.name(s.name())).toList(),
        lowered.statements().stream().map(statement -> text(statement, database)).toList(),
        plan.otherwise().map(other -> of(other, kept, places, database)));
  }

  private static Text text(Statement statement, Database database) {
    return new Text(database.text(statement), answer(statement));
  }

  private static Answer answer(Statement statement) {
    if (statement instanceof Statement.AtOnce) {
      return Answer.A_ROW;
    }
    boolean gathers =
        statement instanceof Statement.Insert insert && insert.query() instanceof Query.Gathered;
    return gathers ? Answer.ROWS : Answer.NONE;
  }
}
