package org.mview.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mview.cli.demo.DemoDatabase;
import org.mview.cli.demo.DemoSettings;
import org.mview.cli.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The demonstration: views over TPC-H, measured and compared. */
@Command(
    name = "demo",
    description = {
      "Show materialized views at work, in an embedded SQLite file.",
      "Loads TPC-H, creates views, runs transactions on the tables, refreshes the views fast and"
          + " completely, and compares each of them with its query. The exit code is 1 when a view"
          + " is not right."
    },
    footer = {"", "Example:", "  mview demo --scale-factor 0.1 --database tpch.db"})
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--scale-factor",
      paramLabel = "FACTOR",
      defaultValue = "0.02",
      description = "Size of TPC-H (default: ${DEFAULT-VALUE}); 1 is 8.7 million rows.")
  private double scaleFactor;

  @Option(
      names = "--transactions",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many transactions run on the tables (default: ${DEFAULT-VALUE}).")
  private int transactions;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same transactions (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "The SQLite file to create, which is kept (default: a temporary one).")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--keep", description = "Keep the temporary file, too.")
  private boolean keep;

  @Override
  public Integer call() throws SQLException, IOException {
    DemoSettings settings = settings();
    DemoDatabase database = database();
    boolean right = Demonstration.run(settings, database, spec.commandLine().getOut());
    if (keep || file.isPresent()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("The database is kept. Look into it with");
      out.println("  mview sql " + database.url());
    }
    return right ? ExitCode.OK : ExitCode.FAILED;
  }

  private DemoSettings settings() {
    try {
      return new DemoSettings(scaleFactor, transactions, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private DemoDatabase database() throws IOException {
    if (file.isEmpty()) {
      return keep ? DemoDatabase.kept() : DemoDatabase.temporary();
    }
    try {
      return DemoDatabase.at(file.get());
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), file.get() + " exists already; --database wants a new file", e);
    }
  }
}
