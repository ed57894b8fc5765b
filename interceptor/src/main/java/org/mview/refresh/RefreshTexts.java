package org.mview.refresh;

import java.util.List;
import java.util.Optional;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;

/**
 * The statements of a fast refresh as the database reads them.
 *
 * @param otherwise what to do when the database finds a value that is not exact
 */
record RefreshTexts(
    List<RefreshStatements.Stage> stages,
    List<String> clears,
    List<String> statements,
    Optional<RefreshTexts> otherwise) {

  static RefreshTexts of(RefreshPlan plan, Kept kept, Places places, Database database) {
    RefreshStatements lowered = RefreshStatements.of(plan, kept, places);
    return new RefreshTexts(
        lowered.stages(),
        lowered.stages().stream().map(s -> "DELETE FROM " + database.name(s.name())).toList(),
        lowered.statements().stream().map(database::text).toList(),
        plan.otherwise().map(other -> of(other, kept, places, database)));
  }
}
