package org.mview.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a view is kept, by EXPLAIN MATERIALIZED VIEW. */
@Command(
    name = "explain",
    description = {
      "Show how a materialized view is kept: whether it can be refreshed fast, and why not; what is"
          + " stored of it; the statements of a refresh, and how the database runs them.",
      "The view need not be there: a query is explained as if it were one."
    },
    footer = {
      "",
      "Examples:",
      "  mview explain jdbc:mview:sqlite:shop.db sales",
      "  mview explain jdbc:mview:sqlite:shop.db \"SELECT customer, MAX(amount) FROM orders GROUP BY"
          + " 1\""
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern CREATE = Pattern.compile("(?is)\\s*create\\b.*");
  private static final Pattern QUERY = Pattern.compile("(?is)\\s*(\\(|(select|with|values)\\b).*");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConnectionOptions database = new ConnectionOptions();

  @Parameters(
      index = "1",
      paramLabel = "VIEW|QUERY",
      description = "The name of a view, a query, or CREATE MATERIALIZED VIEW.")
  private String what = "";

  @Override
  public Integer call() throws SQLException {
    database.checkOurs(spec);
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery(statement())) {
      print(lines, spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private String statement() {
    if (CREATE.matcher(what).matches()) {
      return "EXPLAIN " + what;
    }
    return "EXPLAIN MATERIALIZED VIEW " + (QUERY.matcher(what).matches() ? "AS " : "") + what;
  }

  private static void print(ResultSet lines, PrintWriter out) throws SQLException {
    String section = "";
    while (lines.next()) {
      if (!section.equals(lines.getString("SECTION"))) {
        out.print(section.isEmpty() ? "" : System.lineSeparator());
        section = lines.getString("SECTION");
        out.println(section);
      }
      out.println("  " + lines.getString("LINE"));
    }
    out.flush();
  }
}
