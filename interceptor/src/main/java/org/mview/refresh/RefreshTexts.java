package org.mview.refresh;

import java.util.List;
import java.util.Optional;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
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
   * @param answers whether it says if it has done anything
   */
  record Text(String sql, boolean answers) {}

  static RefreshTexts of(RefreshPlan plan, Kept kept, Places places, Database database) {
    RefreshStatements lowered = RefreshStatements.of(plan, kept, places);
    return new RefreshTexts(
        lowered.stages(),
        lowered.stages().stream().map(s -> "DELETE FROM " + database.name(s.name())).toList(),
        lowered.statements().stream().map(statement -> text(statement, database)).toList(),
        plan.otherwise().map(other -> of(other, kept, places, database)));
  }

  private static Text text(Statement statement, Database database) {
    return new Text(database.text(statement), statement instanceof Statement.AtOnce);
  }
}
