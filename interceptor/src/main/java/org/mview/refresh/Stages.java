package org.mview.refresh;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.lowering.RefreshStatements.Stage;
import org.mview.sql.Definition;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * The tables of one connection in which refreshes put rows away. They are made when they are first
 * needed, inside the transaction, so a rollback may take them away again.
 */
public final class Stages {
  private final Database database;

  /** The definitions of those that there are, by their names. */
  private final Map<QualifiedName, String> made = new HashMap<>();

  private final Set<String> defined = new HashSet<>();

  /** The stages of a connection. */
  public Stages(Database database) {
    this.database = database;
  }

  void make(Stage stage) throws SQLException {
    String definition =
        database.text(new Definition.CreateStage(stage.name(), stage.columns(), stage.rows()));
    if (!definition.equals(made.get(stage.name()))) {
      dropIfThere(stage);
      database.defineOwn(definition);
      made.put(stage.name(), definition);
    }
  }

  /** Removes a stage that is too large to be kept. */
  void drop(Stage stage) throws SQLException {
    made.remove(stage.name());
    if (database.dialect().clauses().dropStage().isEmpty()) {
      database.run(database.text(new Statement.DeleteAll(stage.name())));
    }
    dropIfThere(stage);
  }

  private void dropIfThere(Stage stage) throws SQLException {
    Optional<String> drop = database.dialect().clauses().dropStage();
    if (drop.isPresent()) {
      database.defineOwn("%s %s".formatted(drop.get(), database.name(stage.name())));
    }
  }

  /** Runs a definition of something of this connection's own, if it was not run before. */
  void makeOnce(String definition) throws SQLException {
    if (defined.add(definition)) {
      database.defineOwn(definition);
    }
  }

  /** After a statement has failed inside an attempt. */
  void undone() {
    if (!database.dialect().can(Capability.GOES_ON_AFTER_ERRORS)) {
      forget();
    }
  }

  /** After a rollback: who knows what is left. */
  public void forget() {
    made.clear();
    defined.clear();
  }
}
