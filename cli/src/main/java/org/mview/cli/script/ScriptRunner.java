package org.mview.cli.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.mview.cli.output.Complaints;

/** Runs scripts, each statement as soon as it has been read. */
public final class ScriptRunner {
  private final StatementRunner statements;
  private final Supplier<StatementSplitter> splitters;
  private final Complaints complaints;
  private final OnError onError;

  /** What to do after a statement has failed. */
  public enum OnError {
    /** The rest of the script does not run. */
    STOP,
    /** The next statement runs. */
    CONTINUE
  }

  /** A runner; each script gets a splitter of its own. */
  public ScriptRunner(
      StatementRunner statements,
      Supplier<StatementSplitter> splitters,
      Complaints complaints,
      OnError onError) {
    this.statements = statements;
    this.splitters = splitters;
    this.complaints = complaints;
    this.onError = onError;
  }

  /**
   * Runs a script; its errors are reported, not thrown.
   *
   * @param name how errors call the script
   * @return whether every statement succeeded
   * @throws IOException when the script cannot be read to its end; what was read has run
   */
  public boolean run(String name, BufferedReader script) throws IOException {
    ScriptReader reader = new ScriptReader(script, splitters.get());
    boolean succeeded = true;
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      succeeded &= run(name, next.get());
      if (!succeeded && onError == OnError.STOP) {
        return false;
      }
    }
    return succeeded;
  }

  private boolean run(String name, ScriptStatement statement) {
    try {
      statements.run(statement.text());
      return true;
    } catch (SQLException e) {
      complaints.error("line " + statement.line() + " of " + name, statement.text(), e);
      return false;
    }
  }
}
