package org.mview.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Stored;
import org.mview.delta.Kept;
import org.mview.delta.OneReading;
import org.mview.delta.RefreshPlan;
import org.mview.delta.Step;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Same;
import org.mview.sql.Statement;
import org.mview.sql.Statement.Assignment;
import org.mview.sql.Type;

/**
 * The statements of a refresh.
 *
 * @param stages the tables in which rows are put away, empty before the first statement
 * @param statements to be run one after the other, all in one transaction
 */
public record RefreshStatements(List<Stage> stages, List<Statement> statements) {
  public RefreshStatements {
    stages = List.copyOf(stages);
    statements = List.copyOf(statements);
  }

  /**
   * A table in which rows are put away.
   *
   * @param rows a query for what is put away: its columns have the types that the table needs
   */
  public record Stage(QualifiedName name, List<Identifier> columns, Query rows) {
    public Stage {
      columns = List.copyOf(columns);
    }
  }

  /** The statements of a plan for a container. */
  public static RefreshStatements of(RefreshPlan plan, Kept kept, Places places) {
    Optional<Places.Moment> moment = places.moment();
    if (moment.isPresent() && moment.get().gathering().isPresent()) {
      return new GatheredStatements(kept, places, moment.get()).of(OneReading.apart(plan.steps()));
    }
    Builder builder = new Builder(kept, places);
    moment.ifPresentOrElse(
        at -> builder.addAtOnce(OneReading.of(plan.steps()), at),
        () -> plan.steps().forEach(builder::add));
    return new RefreshStatements(builder.stages, builder.statements);
  }

  /** The query of a relation, whose columns are named as given. */
  public static Query query(Relation relation, List<Identifier> names, Places places) {
    return new Lowering(places).query(relation, names);
  }

  /** The statements that empty a container and fill it by its query, at a moment. */
  public static RefreshStatements completely(
      QualifiedName container, List<Identifier> columns, Query content, Places.Moment moment) {
    Statement empty = new Statement.DeleteAll(container);
    if (moment.gathering().isPresent()) {
      return GatheredStatements.completely(container, columns, content, moment, empty);
    }
    Statement fill = new Statement.Insert(container, columns, content, Optional.empty());
    Statement atOnce = new Statement.AtOnce(moment.guard(), List.of(fill), moment.consumption());
    return new RefreshStatements(List.of(), List.of(empty, atOnce));
  }

  /** The query of all that a container holds. */
  public static Query content(Kept kept, Places places) {
    return new Lowering(places).query(kept.content(), places.columns());
  }

  /** Makes the statements of steps, one after the other. */
  static final class Builder {
    private final Kept kept;
    private final Places places;
    private final List<Stage> stages = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();

    Builder(Kept kept, Places places) {
      this.kept = kept;
      this.places = places;
    }

    void addAtOnce(OneReading plan, Places.Moment moment) {
      plan.before().forEach(this::add);
      int first = statements.size();
      plan.reading().forEach(this::add);
      List<Statement> reading = statements.subList(first, statements.size());
      Statement atOnce = new Statement.AtOnce(moment.guard(), reading, moment.consumption());
      reading.clear();
      statements.add(atOnce);
      plan.after().forEach(this::add);
    }

    void add(Step step) {
      Lowering lowering = new Lowering(places);
      if (step instanceof Step.Keep keep) {
        keep(keep, lowering);
      } else if (step instanceof Step.DeleteAll) {
        statements.add(new Statement.DeleteAll(places.container()));
      } else if (step instanceof Step.DeleteAmong delete) {
        statements.add(deleteAmong(delete, lowering));
      } else if (step instanceof Step.DeleteCopies delete) {
        statements.add(deleteCopies(delete.signed()));
      } else if (step instanceof Step.Insert insert) {
        Query rows = lowering.query(insert.rows(), places.columns());
        statements.add(
            new Statement.Insert(places.container(), places.columns(), rows, Optional.empty()));
      } else if (step instanceof Step.Merge merge) {
        statements.add(merge.key().isEmpty() ? update(merge, lowering) : upsert(merge, lowering));
      }
    }

    private void keep(Step.Keep keep, Lowering lowering) {
      Stage stage = stage(keep, lowering);
      stages.add(stage);
      statements.add(
          new Statement.Insert(stage.name(), stage.columns(), stage.rows(), Optional.empty()));
    }

    Stage stage(Step.Keep keep, Lowering lowering) {
      Stored as = keep.as();
      List<Identifier> names = Lowering.stageColumns(as.columns().size());
      List<Identifier> columns = new ArrayList<>(names);
      if (as.signed()) {
        columns.add(Lowering.WEIGHT);
      }
      Query rows =
          as.signed()
              ? lowering.signedQuery(keep.rows(), names)
              : lowering.query(keep.rows(), names);
      return new Stage(places.stage(as.name()), columns, rows);
    }

    private Statement deleteAmong(Step.DeleteAmong delete, Lowering lowering) {
      Identifier alias = places.called(Identifier.of(Step.CONTAINER));
      Block keys = lowering.open(delete.keys());
      List<Expression> where = new ArrayList<>(keys.where());
      for (int i = 0; i < delete.on().size(); i++) {
        Column on = delete.on().get(i);
        Expression key = keys.substitute(delete.by().get(i));
        where.add(equal(new Qualified(alias, name(on)), key, on.type()));
      }
      for (Expression condition : delete.conditions()) {
        where.add(condition.mapColumns(c -> existing((Column) c, alias, keys)));
      }
      return new Statement.DeleteJoined(
          places.container(), alias, key(), keys.select(List.of()).from(), where);
    }

    /** Columns by which a row is found, whatever the table is; none where they may be NULL. */
    private List<Identifier> key() {
      boolean isKey =
          kept.unique() && kept.identity().stream().noneMatch(column -> column.type().nullable());
      return isKey ? kept.identity().stream().map(this::name).toList() : List.of();
    }

    /** Equality as the container's index has it: only a unique one has NULL like NULL. */
    private Expression equal(Expression column, Expression key, Type type) {
      return kept.unique()
          ? new KeyEqual(column, key, type)
          : new Same(column, key, !type.nullable());
    }

    private Expression existing(Column column, Identifier alias, Block other) {
      return kept.columns().contains(column)
          ? new Qualified(alias, name(column))
          : other.substitute(column);
    }

    Statement.DeleteCopies deleteCopies(Stored signed) {
      Set<Identifier> blurred =
          kept.columns().stream()
              .filter(column -> !column.type().sharp())
              .map(this::name)
              .collect(Collectors.toSet());
      return new Statement.DeleteCopies(
          places.container(),
          places.columns(),
          blurred,
          places.stageSource(signed.name()),
          Lowering.stageColumns(signed.columns().size()),
          Lowering.WEIGHT);
    }

    private Statement upsert(Step.Merge merge, Lowering lowering) {
      Identifier existing = places.called(Statement.Merge.EXISTING);
      List<Statement.Key> key =
          merge.key().stream().map(c -> new Statement.Key(name(c), c.type())).toList();
      Statement.Merge onConflict =
          new Statement.Merge(
              key, assignments(merge, existing, Statement.Merge.PROPOSED), existing);
      return new Statement.Insert(
          places.container(),
          places.columns(),
          lowering.query(merge.rows(), places.columns()),
          Optional.of(onConflict));
    }

    private Statement update(Step.Merge merge, Lowering lowering) {
      Identifier existing = places.called(Identifier.of(Step.CONTAINER));
      Identifier proposed = Identifier.of("changes");
      return new Statement.UpdateFrom(
          places.container(),
          existing,
          assignments(merge, existing, proposed),
          lowering.query(merge.rows(), places.columns()),
          proposed,
          List.of());
    }

    List<Assignment> assignments(Step.Merge merge, Identifier existing, Identifier proposed) {
      return merge.updates().stream()
          .map(item -> assignment(item, merge.rows().columns(), existing, proposed))
          .toList();
    }

    private Assignment assignment(
        Project.Item item, List<Column> rows, Identifier existing, Identifier proposed) {
      Expression value =
          item.value()
              .mapColumns(
                  column -> {
                    int place = rows.indexOf(column);
                    return place >= 0
                        ? new Qualified(proposed, places.columns().get(place))
                        : new Qualified(existing, name((Column) column));
                  });
      return new Assignment(name(item.column()), value);
    }

    Identifier name(Column column) {
      return places.columns().get(kept.columns().indexOf(column));
    }
  }
}
