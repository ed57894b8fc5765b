package org.mview.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jline.terminal.spi.SystemStream;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.Summary;
import org.mview.cli.output.Terminals;
import org.mview.cli.script.ScriptRunner;
import org.mview.cli.script.ScriptRunner.OnError;
import org.mview.cli.script.StatementRunner;
import org.mview.cli.script.StatementSplitter;
import org.mview.cli.shell.Shell;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Statements from the user, from a script, or from the command line. */
@Command(
    name = "sql",
    description = {
      "Run SQL: in a shell, or with -f, -c or redirected input as a script.",
      "A script stops at the first error, and the exit code is then 1."
    },
    footer = {
      "",
      "Examples:",
      "  mview sql jdbc:mview:sqlite:shop.db",
      "  mview sql jdbc:mview:sqlite:shop.db -f views.sql",
      "  mview sql jdbc:sqlite:shop.db --format csv -c \"SELECT * FROM orders\""
    })
final class SqlCommand implements Callable<Integer> {
  @ParentCommand private MViewCommand program = new MViewCommand();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConnectionOptions database = new ConnectionOptions();
  @Mixin private FormatOptions format = new FormatOptions();
  @ArgGroup private Source source = new Source();

  @Option(
      names = "--continue",
      description =
          "After an error go on with the next statement; the exit code is 1 all the same.")
  private boolean goOn;

  /** Where statements come from, if not from the user. */
  static final class Source {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "SCRIPT",
        description = "Run the statements of this file; \"-\" is the standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
        names = {"-c", "--command"},
        paramLabel = "STATEMENT",
        description = "Run these statements; may be repeated.")
    private List<String> statements = new ArrayList<>();

    List<ScriptSource> scripts() {
      return Stream.concat(
              statements.stream().map(ScriptSource::argument),
              files.stream().map(ScriptSource::file))
          .toList();
    }
  }

  @Override
  public Integer call() throws SQLException, IOException {
    format.check(spec.commandLine());
    List<ScriptSource> scripts = source.scripts();
    try (Connection connection = database.open()) {
      if (scripts.isEmpty() && Terminals.isTerminal(SystemStream.Input)) {
        Shell.run(shell(connection));
        return ExitCode.OK;
      }
      boolean succeeded =
          run(scripts.isEmpty() ? List.of(ScriptSource.standardInput()) : scripts, connection);
      return succeeded ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private boolean run(List<ScriptSource> scripts, Connection connection) throws IOException {
    ScriptRunner runner = runner(connection);
    boolean succeeded = true;
    for (ScriptSource script : scripts) {
      try (BufferedReader text = script.opening().open()) {
        succeeded &= runner.run(script.name(), text);
      }
      if (!succeeded && !goOn) {
        return false;
      }
    }
    return succeeded;
  }

  private ScriptRunner runner(Connection connection) {
    PrintWriter out = spec.commandLine().getOut();
    Complaints complaints = new Complaints(spec.commandLine().getErr(), program.debug());
    Summary summary = format.isForPeople() ? Summary.to(out) : Summary.NONE;
    StatementRunner.Output output =
        new StatementRunner.Output(
            out, format.resultFormat(Integer.MAX_VALUE), summary, complaints);
    return new ScriptRunner(
        new StatementRunner(connection, output),
        () -> StatementSplitter.forUrl(database.url()),
        complaints,
        goOn ? OnError.CONTINUE : OnError.STOP);
  }

  private Shell.Settings shell(Connection connection) throws SQLException {
    DatabaseMetaData product = connection.getMetaData();
    String greeting =
        "%s on %s %s; \\? for help, \\q to leave"
            .formatted(
                Version.text(),
                product.getDatabaseProductName(),
                product.getDatabaseProductVersion());
    return new Shell.Settings(
        connection,
        database.tellsOfSessions() ? Optional.of(database::open) : Optional.empty(),
        () -> StatementSplitter.forUrl(database.url()),
        format::resultFormat,
        Path.of(System.getProperty("user.home"), ".mview_history"),
        greeting,
        program.debug());
  }
}
