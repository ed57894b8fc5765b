package org.mview.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.mview.database.Database;

/** The scripts of the registry that make views fast refreshable, and those that undo them. */
public final class TuningRows {
  static final String TABLE = "mview$tuning";

  static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE "mview$tuning" (task %4$s NOT NULL, schema_name %5$s NOT NULL, \
          position INTEGER NOT NULL, script_type %5$s NOT NULL, statement_text %5$s NOT NULL, \
          PRIMARY KEY (task, position))%1$s%6$s""");

  static final DictionaryViews.Family FAMILY =
      new DictionaryViews.Family(
          "TUNE_MVIEW",
          "t.schema_name AS OWNER",
          """
          t.task AS TASK_NAME, t.position AS ACTION_ID, t.script_type AS SCRIPT_TYPE, \
          t.statement_text AS STATEMENT""",
          "\"mview$tuning\" AS t");

  private final Database database;
  private final Registry registry;

  TuningRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** What a statement of a task is for. */
  public enum Script {
    /** Makes the view, and what it takes. */
    IMPLEMENTATION,
    /** Removes it. */
    UNDO;

    /** The script of this name, in any case. */
    public static Script of(String name) {
      return name.toUpperCase(Locale.ROOT).equals(UNDO.name()) ? UNDO : IMPLEMENTATION;
    }
  }

  /** Whether there is a task of this name. */
  public boolean has(String task) throws SQLException {
    return registry.knows(Supplement.TUNING)
        && database
            .readOne("SELECT 1 FROM \"mview$tuning\" WHERE task = ?", row -> true, task)
            .isPresent();
  }

  /** A name that no task has. */
  public String newName() throws SQLException {
    registry.createIfMissing();
    return "TASK_" + registry.newId();
  }

  /** Enters the statements of a task, in the order in which they are to be run. */
  public void add(String task, List<String> implementation, List<String> undo) throws SQLException {
    registry.learn(Supplement.TUNING);
    add(task, 1, Script.IMPLEMENTATION, implementation);
    add(task, 1 + implementation.size(), Script.UNDO, undo);
  }

  private void add(String task, int first, Script script, List<String> statements)
      throws SQLException {
    for (int i = 0; i < statements.size(); i++) {
      database.run(
          """
          INSERT INTO "mview$tuning" (task, schema_name, position, script_type, statement_text) \
          VALUES (?, ?, ?, ?, ?)""",
          task,
          database.home(),
          first + i,
          script.name(),
          statements.get(i));
    }
  }

  /** The statements of a script. */
  public List<String> statements(String task, Script script) throws SQLException {
    return database.read(
        """
        SELECT statement_text FROM "mview$tuning" WHERE task = ? AND script_type = ? \
        ORDER BY position""",
        row -> row.getString(1),
        task,
        script.name());
  }

  /** Takes a task out. */
  public void remove(String task) throws SQLException {
    database.run("DELETE FROM \"mview$tuning\" WHERE task = ?", task);
  }
}
