package org.mview.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.script.ScriptStatement;
import org.mview.cli.script.StatementRunner;
import org.mview.cli.script.StatementSplitter;
import org.mview.cli.script.Waiting;

/** Reads statements from the user and runs them, until the user leaves. */
public final class Shell {
  private static final String PROMPT = "mview> ";
  private static final String CONTINUATION = "    -> ";

  private final Terminal terminal;
  private final LineReader reader;
  private final SqlCompleter completer;
  private final StatementRunner statements;
  private final ShellCommands commands;
  private final Complaints complaints;
  private final Supplier<StatementSplitter> splitters;

  private Shell(Terminal terminal, Settings settings, Waiting waiting) {
    this.terminal = terminal;
    PrintWriter out = terminal.writer();
    ResultFormat format = writer -> settings.format().apply(terminal.getWidth()).writer(writer);
    Timing timing = new Timing(out);
    Connection connection = settings.connection();
    splitters = settings.splitters();
    complaints = new Complaints(out, settings.stackTraces());
    statements =
        new StatementRunner(
            connection, new StatementRunner.Output(out, format, timing, complaints), waiting);
    commands = new ShellCommands(connection, statements, timing, format, out);
    completer = new SqlCompleter(connection);
    reader = reader(terminal, new ShellParser(splitters), completer, settings.history());
  }

  /**
   * What a shell works with.
   *
   * @param connection stays the caller's to close
   * @param another opens one like it, that sees which views it refreshes; empty where the database
   *     does not tell
   * @param format how results are written, for a terminal of this width
   * @param history the file that keeps what was typed
   * @param greeting the first line that the user sees
   * @param stackTraces whether errors show them
   */
  public record Settings(
      Connection connection,
      Optional<Opening> another,
      Supplier<StatementSplitter> splitters,
      IntFunction<ResultFormat> format,
      Path history,
      String greeting,
      boolean stackTraces) {}

  /** Opens a connection. */
  @FunctionalInterface
  public interface Opening {
    /** Opens one, which is the caller's to close. */
    Connection open() throws SQLException;
  }

  /** Runs a shell on the terminal until the user leaves. */
  public static void run(Settings settings) throws IOException {
    try (Terminal terminal =
        TerminalBuilder.builder().encoding(StandardCharsets.UTF_8).nativeSignals(true).build()) {
      run(terminal, settings);
    }
  }

  static void run(Terminal terminal, Settings settings) {
    terminal.writer().println(settings.greeting());
    ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, Shell::thread);
    try (RunningViews views =
        settings.another().map(RunningViews::seenBy).orElse(RunningViews.UNKNOWN)) {
      Ticks ticks = Ticks.of(executor);
      RefreshWatch refreshes = new RefreshWatch(ticks, System::nanoTime, views);
      Waiting waiting = RunningLine.of(terminal, ticks, System::nanoTime, refreshes);
      new Shell(terminal, settings, waiting).loop();
    } finally {
      executor.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = Executors.defaultThreadFactory().newThread(task);
    thread.setName("mview-running");
    thread.setDaemon(true);
    return thread;
  }

  private static LineReader reader(
      Terminal terminal, ShellParser parser, SqlCompleter completer, Path history) {
    return LineReaderBuilder.builder()
        .appName("mview")
        .terminal(terminal)
        .parser(parser)
        .completer(completer)
        .variable(LineReader.HISTORY_FILE, history)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
        .option(LineReader.Option.CASE_INSENSITIVE, true)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .build();
  }

  private void loop() {
    while (true) {
      try {
        if (handle(reader.readLine(PROMPT)) == ShellCommands.Next.LEAVE) {
          return;
        }
      } catch (UserInterruptException e) {
        terminal.writer().println("(\\q or Ctrl-D leaves)");
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private ShellCommands.Next handle(String input) {
    if (ShellCommands.isCommand(input)) {
      return command(input);
    }
    StatementSplitter splitter = splitters.get();
    for (String line : input.lines().toList()) {
      for (ScriptStatement statement : splitter.line(line)) {
        if (!run(statement.text())) {
          return ShellCommands.Next.GO_ON;
        }
      }
    }
    return ShellCommands.Next.GO_ON;
  }

  private ShellCommands.Next command(String input) {
    try {
      return commands.run(input);
    } catch (SQLException e) {
      complaints.error(e);
      return ShellCommands.Next.GO_ON;
    }
  }

  /** Answers whether it succeeded: of several statements on a line, none runs after a failure. */
  private boolean run(String sql) {
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> cancel());
    try {
      statements.run(sql);
      return true;
    } catch (SQLException e) {
      complaints.error(e);
      return false;
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      completer.ran(sql);
    }
  }

  private void cancel() {
    try {
      statements.cancel();
    } catch (SQLException e) {
      complaints.error(e);
    }
  }
}
