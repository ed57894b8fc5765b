package org.mview.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.mview.cli.doctor.Diagnosis;
import org.mview.cli.doctor.DiagnosisReport;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.Progress;
import org.mview.cli.verify.Verification;
import org.mview.cli.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks for what is not as it should be, and mends it when asked to. */
@Command(
    name = "doctor",
    description = {
      "Look for what other programs, crashes and mistakes have left: lost triggers, logs, tables and"
          + " entries, views that were half made, views whose tables have changed.",
      "The exit code is 0 when nothing is left to be mended, 1 when something is, 2 when nobody could"
          + " look."
    },
    footer = {
      "",
      "Examples:",
      "  mview doctor jdbc:mview:sqlite:shop.db",
      "  mview doctor jdbc:mview:sqlite:shop.db --repair --verify"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private MViewCommand program = new MViewCommand();
  @Mixin private ConnectionOptions database = new ConnectionOptions();

  @Option(
      names = "--repair",
      description = "Mend what can be mended; rows of yours are not touched.")
  private boolean repair;

  @Option(
      names = "--verify",
      description = "Compare each view with its query, too; with --repair fill those that differ.")
  private boolean verify;

  @Option(
      names = "--differences",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many differences of a view are shown (default: ${DEFAULT-VALUE}).")
  private int differences;

  @Override
  public Integer call() {
    database.checkOurs(spec);
    PrintWriter out = spec.commandLine().getOut();
    try (Connection connection = database.open()) {
      boolean healthy = new DiagnosisReport(out).print(Diagnosis.of(connection, repair));
      boolean verified = isVerified(connection, out);
      return healthy && verified ? ExitCode.OK : ExitCode.FAILED;
    } catch (SQLException e) {
      new Complaints(spec.commandLine().getErr(), program.debug()).error(e);
      return ExitCode.NOT_LOOKED;
    }
  }

  private boolean isVerified(Connection connection, PrintWriter out) throws SQLException {
    if (!verify) {
      return true;
    }
    out.println();
    VerificationReport report = new VerificationReport(out, differences);
    Verification verification = new Verification(connection, report, Progress.toTerminal());
    boolean right = verification.run(List.of());
    if (right || !repair) {
      return right;
    }
    List<String> filled = Diagnosis.refill(connection, verification.wrong());
    out.println();
    out.println("Filled anew: " + String.join(", ", filled));
    return filled.isEmpty() || verification.run(filled);
  }
}
