package org.mview.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
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
          + " worker takes no more, waits for the refresh that it runs, undoes it if that takes"
          + " too long, and ends with 143 or 130. What fails is on standard error, and in"
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

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How long a refresh may go on at SIGTERM before it is undone (default:"
              + " ${DEFAULT-VALUE}).")
  private int grace;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
    }
    if (grace < 0) {
      throw new ParameterException(spec.commandLine(), "--grace must not be negative");
    }
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch never = new CountDownLatch(1);
    try (MViewScheduler scheduler =
        MViewScheduler.start(database.url(), database.properties(), threads)) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(scheduler, err), "mview-worker-end"));
      err.println("mview: the worker runs");
      err.flush();
      never.await();
    }
    return ExitCode.OK;
  }

  private void end(MViewScheduler scheduler, PrintWriter err) {
    err.println("mview: the worker ends");
    err.flush();
    if (!scheduler.close(Duration.ofSeconds(grace))) {
      err.println(
          "mview: a refresh did not stop; the database undoes it, and within a minute it is due again");
      err.flush();
    }
  }
}
