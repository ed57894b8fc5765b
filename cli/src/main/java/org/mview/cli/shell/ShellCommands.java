package org.mview.cli.shell;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.script.StatementRunner;

/** The commands of the shell itself, which begin with a backslash. */
final class ShellCommands {
  static final List<String> NAMES = List.of("\\?", "\\d", "\\q", "\\timing", "\\views");

  static final String HELP =
      """
      \\d          tables and views
      \\d NAME     columns and indexes of a table or view
      \\views      materialized views, and whether they are fresh
      \\timing     show times, or no longer
      \\q          leave (or Ctrl-D)

      A statement ends with a semicolon, or with a line that holds only a slash.
      Ctrl-C cancels the statement that runs. Tab completes keywords and names.
      """;

  private static final String VIEWS =
      """
      SELECT MVIEW_NAME, REFRESH_MODE, REFRESH_METHOD, STALENESS, LAST_REFRESH_TYPE, LAST_REFRESH_DATE
      FROM USER_MVIEWS ORDER BY MVIEW_NAME""";

  private static final String NO_DICTIONARY =
      """
      there is no USER_MVIEWS here: either there is no materialized view yet, or the URL does not
      begin with jdbc:mview:
      """;

  private final Connection connection;
  private final StatementRunner statements;
  private final Timing timing;
  private final ResultFormat format;
  private final PrintWriter out;

  /** What the shell does next. */
  enum Next {
    GO_ON,
    LEAVE
  }

  ShellCommands(
      Connection connection,
      StatementRunner statements,
      Timing timing,
      ResultFormat format,
      PrintWriter out) {
    this.connection = connection;
    this.statements = statements;
    this.timing = timing;
    this.format = format;
    this.out = out;
  }

  static boolean isCommand(String line) {
    return line.stripLeading().startsWith("\\");
  }

  Next run(String line) throws SQLException {
    String[] words = line.strip().replaceFirst(";$", "").split("\\s+", 2);
    String argument = words.length == 1 ? "" : words[1].strip();
    switch (words[0]) {
      case "\\d" -> describe(argument);
      case "\\views" -> views();
      case "\\timing" -> out.println("times are " + (timing.toggle() ? "shown" : "not shown"));
      case "\\?" -> out.print(HELP);
      case "\\q" -> {
        return Next.LEAVE;
      }
      default -> out.println("no such command: " + words[0] + "  (\\? lists them)");
    }
    return Next.GO_ON;
  }

  private void describe(String name) throws SQLException {
    if (name.isEmpty()) {
      Describe.list(Relations.here(connection), format.writer(out));
      return;
    }
    Optional<Relation> relation = Relations.named(connection, name);
    if (relation.isEmpty()) {
      out.println("no table or view " + name + "  (\\d lists them)");
      return;
    }
    Describe describe = new Describe(connection);
    describe.columns(relation.get(), format.writer(out));
    describe.indexes(relation.get()).forEach((index, on) -> out.println(index + " " + on));
  }

  private void views() throws SQLException {
    if (ViewNames.areListedBy(Relations.here(connection))) {
      statements.run(VIEWS);
    } else {
      out.print(NO_DICTIONARY);
    }
  }
}
