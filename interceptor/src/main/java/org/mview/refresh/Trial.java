package org.mview.refresh;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mview.catalog.Catalog;
import org.mview.database.Database;
import org.mview.database.Disturbance;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * Asks the database whether it takes the statements of a fast refresh, without running them. Where
 * every expression has a type, it may have none for a NULL, or no equality for a type.
 */
public final class Trial {
  private final Database database;
  private final Catalog catalog;
  private final Stages stages;

  /** A trial in a database whose catalog has the views and their logs. */
  public Trial(Database database, Catalog catalog, Stages stages) {
    this.database = database;
    this.catalog = catalog;
    this.stages = stages;
  }

  /**
   * What the database says against the refresh of a view; empty if nothing. If there is something,
   * the transaction is to be rolled back, or to a savepoint.
   *
   * @throws SQLException when it could not be asked: that is nothing against the refresh
   */
  public Optional<String> refusal(CompiledView compiled) throws SQLException {
    if (!Obstacles.all(compiled, catalog).isEmpty()) {
      return Optional.empty(); // that is said without asking
    }
    try {
      explain(PlannedRefresh.of(compiled, true, catalog, database));
      explain(PlannedRefresh.of(compiled, false, catalog, database));
      Set<QualifiedName> masters = Masters.of(compiled.kept().orElseThrow().content());
      for (QualifiedName master : masters.size() > 1 ? masters : Set.<QualifiedName>of()) {
        explain(PlannedRefresh.of(compiled, Set.of(master), false, catalog, database));
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(against(e));
    }
  }

  /**
   * What an error of the database says against a statement, without where it is in a text of ours.
   *
   * @throws SQLException the error, if it says nothing about the statement
   */
  public static String against(SQLException error) throws SQLException {
    if (Disturbance.is(error)) {
      throw error;
    }
    return firstLine(error);
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }

  private void explain(PlannedRefresh planned) throws SQLException {
    for (RefreshStatements statements :
        Stream.concat(Stream.of(planned.statements()), planned.otherwise().stream()).toList()) {
      for (RefreshStatements.Stage stage : statements.stages()) {
        stages.make(stage);
      }
      for (Statement statement : statements.statements()) {
        database.dialect().plans().of(database.connection(), database.text(statement));
      }
    }
  }
}
