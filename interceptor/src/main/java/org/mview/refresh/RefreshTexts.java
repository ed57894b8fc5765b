package org.mview.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.OneReading;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * The statements of a refresh as the database reads them.
 *
 * @param clears statements that empty the stages, before the others
 * @param waits whether what comes after the statement that reads has to wait for what that answers
 * @param otherwise what to do when the database finds a value that is not exact
 */
record RefreshTexts(
    List<RefreshStatements.Stage> stages,
    List<String> clears,
    List<Text> statements,
    boolean waits,
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
        waits(plan, places),
        plan.otherwise().map(other -> of(other, kept, places, database)));
  }

  /** Nothing was read if the guard did not hold. */
  private static boolean waits(RefreshPlan plan, Places places) {
    return places.moment().stream().noneMatch(Places.Moment::isSure)
        && !OneReading.of(plan.steps()).isIdleWithoutRows();
  }

  /** All statements, in their order. */
  List<Text> all() {
    List<Text> all = new ArrayList<>();
    clears.forEach(sql -> all.add(new Text(sql, Answer.NONE)));
    all.addAll(statements);
    return all;
  }

  /** The same, those together of which none has to wait for what another one answers. */
  List<List<Text>> atOnce() {
    List<Text> all = all();
    List<Answer> answers = all.stream().map(Text::answer).toList();
    int reading = answers.indexOf(Answer.A_ROW) + 1;
    return waits && reading < all.size()
        ? List.of(all.subList(0, reading), all.subList(reading, all.size()))
        : List.of(all);
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
