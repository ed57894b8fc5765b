package org.mview.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.Progress;
import org.mview.conformance.UrlDatabase;
import org.mview.conformance.scenario.ScenarioSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the scenarios of the tests on a database of the user's. */
@Command(
    name = "conformance",
    description = {
      "Run the scenarios by which mview is tested on your database: what it supports, and which of"
          + " them come out as they should.",
      "Each runs in a database of its own on your server (where none may be made, on PostgreSQL in a"
          + " schema; with SQLite in a temporary file), which is removed, also after Ctrl-C. Nothing"
          + " else is touched.",
      "The exit code is 1 when a scenario fails, 2 when none could be run."
    },
    footer = {
      "",
      "Examples:",
      "  mview conformance jdbc:sqlite:",
      "  mview conformance jdbc:postgresql://localhost/postgres --user postgres --scenario fast/"
    })
final class ConformanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private MViewCommand program = new MViewCommand();
  @Mixin private ConnectionOptions options = new ConnectionOptions();

  @Option(
      names = "--scenario",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only scenarios whose path holds this, or one of several, parted by commas.")
  private String wanted = "";

  @Override
  public Integer call() {
    try (UrlDatabase database = UrlDatabase.of(options.url(), options.properties())) {
      return run(database) ? ExitCode.OK : ExitCode.FAILED;
    } catch (SQLException | IllegalArgumentException e) {
      return notLooked(e);
    }
  }

  private int notLooked(Exception failure) {
    PrintWriter err = spec.commandLine().getErr();
    if (failure instanceof SQLException sql) {
      new Complaints(err, program.debug()).error(sql);
    } else {
      err.println("error: " + failure.getMessage());
    }
    return ExitCode.NOT_LOOKED;
  }

  private boolean run(UrlDatabase database) {
    ScenarioSuite suite = new ScenarioSuite(database);
    List<String> names = suite.names(wanted);
    List<ScenarioSuite.Outcome> outcomes = new ArrayList<>();
    try (Progress.Task task = Progress.toTerminal().begin("Scenarios", names.size())) {
      for (String name : names) {
        task.note(name);
        outcomes.add(suite.play(name));
        task.done(1);
      }
    }
    return new ConformanceReport(spec.commandLine().getOut()).print(database, outcomes);
  }
}
