package org.mview.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mview.cli.output.Progress;
import org.mview.cli.verify.Verification;
import org.mview.cli.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares views with their queries. */
@Command(
    name = "verify",
    description = {
      "Compare materialized views with their queries, row by row and inside the database.",
      "The exit code is 1 when a view that is FRESH differs from its query, or a view cannot be"
          + " compared. A view that is stale differs by right."
    },
    footer = {"", "Example:", "  mview verify jdbc:mview:sqlite:shop.db sales"})
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConnectionOptions database = new ConnectionOptions();

  @Parameters(
      index = "1..*",
      paramLabel = "VIEW",
      description = "Views to compare (default: all there are).")
  private List<String> views = new ArrayList<>();

  @Option(
      names = "--differences",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many differences of a view are shown (default: ${DEFAULT-VALUE}).")
  private int differences;

  @Override
  public Integer call() throws SQLException {
    if (differences < 0) {
      throw new ParameterException(spec.commandLine(), "--differences must be at least 0");
    }
    try (Connection connection = database.open()) {
      VerificationReport report = new VerificationReport(spec.commandLine().getOut(), differences);
      return new Verification(connection, report, Progress.toTerminal()).run(views)
          ? ExitCode.OK
          : ExitCode.FAILED;
    }
  }
}
