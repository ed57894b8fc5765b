package org.mview.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a subcommand. */
@Command(
    name = "mview",
    description =
        "Oracle's materialized views on every database: a shell, what explains, verifies and mends views,"
            + " and a demonstration.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      SqlCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      WorkerCommand.class,
      DoctorCommand.class,
      ConformanceCommand.class,
      DemoCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footer = {"", "Example:", "  mview demo"})
final class MViewCommand {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the statements that the driver sends, and the stack traces of errors.")
  private boolean debug;

  boolean debug() {
    return debug;
  }
}
