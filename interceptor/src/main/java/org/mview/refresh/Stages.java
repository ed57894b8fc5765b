package org.mview.refresh;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.mview.database.Database;
import org.mview.lowering.RefreshStatements.Stage;
import org.mview.sql.Definition;

/**
 * The tables of one connection in which refreshes put rows away. They are made when they are first
 * needed, inside the transaction, so a rollback may take them away again.
 */
public final class Stages {
  private final Database database;
  private final Set<Stage> made = new HashSet<>();
  private final Set<String> defined = new HashSet<>();

  /** The stages of a connection. */
  public Stages(Database database) {
    this.database = database;
  }

  void make(Stage stage) throws SQLException {
    if (!made.contains(stage)) {
      database.define("DROP TABLE IF EXISTS " + database.name(stage.name()));
      database.define(new Definition.CreateStage(stage.name(), stage.columns()));
      made.add(stage);
    }
  }

  /** Runs a definition of something of this connection's own, if it was not run before. */
  void makeOnce(String definition) throws SQLException {
    if (defined.add(definition)) {
      database.define(definition);
    }
  }

  /** After a rollback: who knows what is left. */
  public void forget() {
    made.clear();
    defined.clear();
  }
}
