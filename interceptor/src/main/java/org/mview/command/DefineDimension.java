package org.mview.command;

import static org.mview.error.MViewError.DIMENSION_EXISTS;
import static org.mview.error.MViewError.DIMENSION_MISSING;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.DimensionRows;
import org.mview.dimension.Dimension;
import org.mview.dimension.DimensionRules;
import org.mview.error.MViewException;
import org.mview.sql.QualifiedName;
import org.mview.statement.AlterDimension;
import org.mview.statement.Command;
import org.mview.statement.CreateDimension;
import org.mview.statement.DimensionPart;
import org.mview.statement.DropDimension;

/** CREATE, ALTER and DROP DIMENSION: what is declared is remembered, and no row is looked at. */
final class DefineDimension {
  private final Work work;
  private final DimensionRows rows;
  private final ObjectNames names;
  private final DimensionReader reader;

  DefineDimension(Work work) {
    this.work = work;
    this.rows = work.registry().dimensions();
    this.names = new ObjectNames(work.database());
    this.reader = new DimensionReader(work.database());
  }

  /** Carries out a command about dimensions; of any other it says false, and does nothing. */
  boolean run(Command command) throws SQLException {
    if (command instanceof CreateDimension create) {
      create(create);
    } else if (command instanceof AlterDimension alter) {
      alter(alter);
    } else if (command instanceof DropDimension drop) {
      rows.remove(existing(names.ours(drop.name())));
    } else {
      return false;
    }
    return true;
  }

  private void create(CreateDimension command) throws SQLException {
    QualifiedName name = names.ours(command.name());
    List<Dimension> others = rows.all();
    if (find(others, name).isPresent()) {
      throw DIMENSION_EXISTS.of(name);
    }
    Dimension empty = new Dimension(0, name, List.of(), List.of(), List.of());
    Dimension dimension = reader.added(empty, command.parts());
    DimensionRules.check(dimension, others);
    rows.add(dimension.withId(rows.newId()), reader.definitions());
  }

  private void alter(AlterDimension command) throws SQLException {
    Dimension dimension = existing(names.ours(command.name()));
    if (command.isCompile()) {
      compile(dimension);
    } else if (command.dropped().isEmpty()) {
      Dimension added = reader.added(dimension, command.added());
      DimensionRules.check(added, others(dimension));
      rows.update(added, reader.definitions());
    } else {
      Dimension left = dimension;
      for (DimensionPart.Drop drop : command.dropped()) {
        left = new DimensionDrops(left, names).without(drop);
      }
      rows.update(left, Map.of());
    }
  }

  /** What does not fit any more is remembered, as it is of views, and the statement succeeds. */
  private void compile(Dimension dimension) throws SQLException {
    try {
      reader.look(dimension);
      DimensionRules.check(dimension, others(dimension));
    } catch (MViewException e) {
      rows.compiled(dimension, e.getMessage());
      work.warnings().add(e.getMessage(), e.error().code());
      return;
    }
    rows.update(dimension, reader.definitions());
    rows.compiled(dimension, "");
  }

  private List<Dimension> others(Dimension dimension) throws SQLException {
    return rows.all().stream().filter(other -> other.id() != dimension.id()).toList();
  }

  /**
   * The dimension of a name.
   *
   * @throws MViewException DIMENSION_MISSING
   */
  Dimension existing(QualifiedName name) throws SQLException {
    return find(rows.all(), name).orElseThrow(() -> DIMENSION_MISSING.of(name));
  }

  private static Optional<Dimension> find(List<Dimension> dimensions, QualifiedName name) {
    return dimensions.stream()
        .filter(dimension -> Dimension.isSame(dimension.name().name(), name.name()))
        .findFirst();
  }
}
