package org.mview.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mview.driver.MViewScheduler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Refreshes views by the clock, as a service. */
@Command(
    name = "worker",
    description = {
      "Refresh the views that are due by START WITH and NEXT, until the program is ended.",
      "Any number of workers may run: each refresh is run by one of them. At SIGTERM and Ctrl-C a"
          + " worker waits for the refresh that it runs. What fails is on standard error, and in"
          + " USER_JOBS."
    },
    footer = {"", "Example:", "  mview worker jdbc:mview:sqlite:shop.db"})
final class WorkerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConnectionOptions database = new ConnectionOptions();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many refreshes run at a time (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch never = new CountDownLatch(1);
    try (MViewScheduler scheduler =
        MViewScheduler.start(database.url(), database.properties(), threads)) {
      Runtime.getRuntime().addShutdownHook(new Thread(scheduler::close, "mview-worker-end"));
      err.println("mview: the worker runs");
      err.flush();
      never.await();
    }
    return ExitCode.OK;
  }
}
