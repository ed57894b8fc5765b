package org.mview.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mview.algebra.Relation;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.delta.Kept;
import org.mview.delta.OneReading;
import org.mview.delta.Step;
import org.mview.lowering.RefreshStatements.Stage;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;

/**
 * The statements of a refresh where a statement can write into one table alone.
 *
 * <pre>
 *   gather what all parts read, and the ids of the log rows → one table
 *   write into the container what was gathered → take those log rows out
 * </pre>
 */
final class GatheredStatements {
  private static final Identifier TABLE = Identifier.of("gathered");
  private static final Identifier EXISTING = Identifier.of("existing");
  private static final Identifier PROPOSED = Identifier.of("proposed");

  private final Kept kept;
  private final Places.Moment moment;
  private final Parts parts;

  /** The places as the statements after the gathering find them. */
  private Places places;

  GatheredStatements(Kept kept, Places places, Places.Moment moment) {
    this.kept = kept;
    this.places = places;
    this.moment = moment;
    this.parts = new Parts(moment);
  }

  /** What is gathered, and where. */
  private static final class Parts {
    private final QualifiedName table;
    private final List<Query.Part> all = new ArrayList<>();

    Parts(Places.Moment moment) {
      this.table = moment.gathering().orElseThrow().table();
    }

    /** Gathers one more part. */
    Query add(Identifier name, List<Identifier> columns, Query rows) {
      int number = all.size() + 1;
      List<Identifier> own =
          IntStream.rangeClosed(1, columns.size())
              .mapToObj(i -> Identifier.of("p%sc%s".formatted(number, i)))
              .toList();
      all.add(new Query.Part(name, columns, rows, own));
      return gathered(number, columns, own);
    }

    private Query gathered(int number, List<Identifier> columns, List<Identifier> own) {
      List<Query.Item> items =
          IntStream.range(0, columns.size())
              .mapToObj(i -> new Query.Item(new Qualified(TABLE, own.get(i)), columns.get(i)))
              .toList();
      Expression ofPart = Fragment.of("{} = " + number, new Qualified(TABLE, Query.Gathered.PART));
      return new Query.Select(
          items,
          List.of(new Query.From(new Query.TableSource(table), TABLE, false)),
          List.of(ofPart),
          List.of(),
          List.of());
    }

    private void addIds(List<Query> ids) {
      for (int i = 0; i < ids.size(); i++) {
        List<Identifier> column = List.of(Places.Gathering.idColumn(i));
        Identifier name = table.sibling(table.name().text() + "$" + column.get(0)).name();
        all.add(new Query.Part(name, column, ids.get(i), column));
      }
    }

    /** All statements: what is gathered comes between what is done before and after. */
    RefreshStatements around(Places.Moment moment, List<Statement> before, List<Statement> after) {
      Places.Gathering gathering = moment.gathering().orElseThrow();
      addIds(gathering.ids());
      Query.Gathered rows = new Query.Gathered(moment.guard(), all, gathering.named());
      List<Statement> statements = new ArrayList<>(before);
      statements.add(new Statement.Insert(table, rows.columns(), rows, Optional.empty()));
      statements.addAll(after);
      moment.consumption().forEach(sql -> statements.add(new Statement.Verbatim(sql)));
      return new RefreshStatements(List.of(new Stage(table, rows.columns(), rows)), statements);
    }
  }

  static RefreshStatements completely(
      QualifiedName container,
      List<Identifier> columns,
      Query content,
      Places.Moment moment,
      Statement empty) {
    Parts parts = new Parts(moment);
    List<Identifier> names = Lowering.stageColumns(columns.size());
    Query rows =
        parts.add(parts.table.sibling(parts.table.name() + "$rows").name(), names, content);
    Statement fill = new Statement.Insert(container, columns, rows, Optional.empty());
    return parts.around(moment, List.of(), List.of(empty, fill));
  }

  RefreshStatements of(OneReading plan) {
    RefreshStatements.Builder before = new RefreshStatements.Builder(kept, places);
    plan.before().forEach(before::add);
    RefreshStatements.Builder reading = new RefreshStatements.Builder(kept, places);
    Places apart = places;
    for (Step step : plan.reading()) {
      Step.Keep keep = (Step.Keep) step;
      Stage stage = reading.stage(keep, new Lowering(apart));
      Query rows = parts.add(stage.name().name(), stage.columns(), stage.rows());
      places = places.withGathered(keep.as().name(), rows);
    }
    List<Statement> after = new ArrayList<>();
    plan.after().forEach(step -> add(step, reading, after));
    return parts.around(moment, before.statements, after);
  }

  private void add(Step step, RefreshStatements.Builder reading, List<Statement> after) {
    RefreshStatements.Builder later = new RefreshStatements.Builder(kept, places);
    if (step instanceof Step.DeleteCopies delete) {
      copies(delete.signed(), reading, later, after);
    } else if (step instanceof Step.Merge merge && !merge.key().isEmpty()) {
      parts(merge.rows())
          .forEach(rows -> merge(new Step.Merge(rows, merge.key(), merge.updates()), after));
    } else {
      later.add(step);
      after.addAll(later.statements);
    }
  }

  /** What is gathered may be read once in a statement. */
  private static List<Relation> parts(Relation rows) {
    return rows instanceof UnionAll union ? union.unmixed().inputs() : List.of(rows);
  }

  /** All copies go, and those that are left come back. */
  private void copies(
      Stored signed,
      RefreshStatements.Builder reading,
      RefreshStatements.Builder later,
      List<Statement> after) {
    List<Identifier> names = Lowering.stageColumns(signed.columns().size());
    List<Identifier> columns = new ArrayList<>(names);
    columns.add(Lowering.WEIGHT);
    Query left =
        parts.add(
            places.stage(signed.name() + "$left").name(),
            columns,
            new Query.CopiesLeft(reading.deleteCopies(signed)));
    after.add(later.deleteCopies(signed));
    after.add(
        new Statement.Insert(
            places.container(),
            places.columns(),
            new Query.Repeated(left, names, Lowering.WEIGHT),
            Optional.empty()));
  }

  /** Changes the rows that are there, and then adds those that are not. */
  private void merge(Step.Merge merge, List<Statement> after) {
    RefreshStatements.Builder builder = new RefreshStatements.Builder(kept, places);
    Query rows = new Lowering(places).query(merge.rows(), places.columns());
    List<Expression> same = new ArrayList<>();
    for (Column key : merge.key()) {
      Identifier name = builder.name(key);
      same.add(
          new KeyEqual(new Qualified(EXISTING, name), new Qualified(PROPOSED, name), key.type()));
    }
    List<Statement.Assignment> updates = builder.assignments(merge, EXISTING, PROPOSED);
    if (!updates.isEmpty()) {
      after.add(
          new Statement.UpdateFrom(places.container(), EXISTING, updates, rows, PROPOSED, same));
    }
    after.add(
        new Statement.Insert(
            places.container(), places.columns(), missing(rows, same), Optional.empty()));
  }

  private Query missing(Query rows, List<Expression> same) {
    Query there =
        new Query.Select(
            List.of(new Query.Item(Fragment.text("1"), Identifier.of("one"))),
            List.of(new Query.From(new Query.TableSource(places.container()), EXISTING, false)),
            same,
            List.of(),
            List.of());
    return new Query.Select(
        places.columns().stream()
            .map(name -> new Query.Item(new Qualified(PROPOSED, name), name))
            .toList(),
        List.of(new Query.From(new Query.QuerySource(rows), PROPOSED, false)),
        List.of(Fragment.of("NOT EXISTS {}", new Subquery(there))),
        List.of(),
        List.of());
  }
}
