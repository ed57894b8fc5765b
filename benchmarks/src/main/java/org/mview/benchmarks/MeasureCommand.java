package org.mview.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mview.benchmarks.cost.Curves;
import org.mview.benchmarks.database.Directories;
import org.mview.benchmarks.database.PostgresServer;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.report.AllocationTable;
import org.mview.benchmarks.report.ComparisonTable;
import org.mview.benchmarks.report.CurvePlot;
import org.mview.benchmarks.report.Page;
import org.mview.benchmarks.report.TargetTable;
import org.mview.benchmarks.server.OnPostgres;
import org.mview.benchmarks.statement.Allocation;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: what is measured, and where the page goes. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measure what materialized views cost and save; write a page of Markdown.")
final class MeasureCommand implements Callable<Integer> {
  private static final String ALLOCATION = "allocation";

  /** Beside the page. */
  private static final String PLOT = "curves.svg";

  private final String[] arguments;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description =
          "What to measure: names from --list, or regular expressions (default: all but sweep-*,"
              + " curve-*, dictionary-* and postgresql-*).")
  private List<Pattern> names = new ArrayList<>();

  @Option(names = "--list", description = "Show the names, and measure nothing.")
  private boolean list;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "JVMs for each comparison (default: what suits it, 1 to 15).")
  private int forks;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds in each JVM (default: what suits the comparison, 1 to 40).")
  private int rounds;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the page to this file, too.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      description = "Where the databases are made, and deleted again (default: a temporary one).")
  private Optional<Path> directory = Optional.empty();

  MeasureCommand(String... arguments) {
    this.arguments = arguments.clone();
  }

  @Override
  public Integer call() throws Exception {
    List<String> chosen = chosen();
    if (list) {
      chosen.forEach(name -> spec.commandLine().getOut().println(name));
      return 0;
    }
    Path place =
        directory.isPresent()
            ? Files.createTempDirectory(directory.get(), "benchmarks")
            : Files.createTempDirectory("mview-benchmarks");
    try {
      measure(chosen, place);
    } finally {
      Directories.delete(place);
    }
    return 0;
  }

  private List<String> chosen() {
    List<String> all =
        Stream.concat(Comparisons.all().stream().map(Comparison::name), Stream.of(ALLOCATION))
            .toList();
    List<String> usual =
        Stream.concat(Comparisons.usual().stream().map(Comparison::name), Stream.of(ALLOCATION))
            .toList();
    if (names.isEmpty()) {
      return list ? all : usual;
    }
    List<String> chosen =
        all.stream()
            .filter(name -> names.stream().anyMatch(p -> p.matcher(name).matches()))
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "nothing of this name; --list shows all");
    }
    return chosen;
  }

  private void measure(List<String> chosen, Path place)
      throws IOException, InterruptedException, SQLException, RunnerException {
    StringBuilder page = new StringBuilder();
    add(page, Page.top(LocalDate.now(ZoneOffset.UTC), command(), databases(chosen)));
    Forks measuring = new Forks(place, forks, rounds);
    TargetTable targets = new TargetTable();
    CurvePlot plot = new CurvePlot();
    for (String name : chosen) {
      if (name.equals(ALLOCATION)) {
        add(page, AllocationTable.of(Allocation.measure()));
      } else {
        Comparison comparison = Comparisons.named(name);
        List<Round> measured = measuring.measure(comparison);
        add(page, ComparisonTable.of(comparison, measured));
        targets.add(comparison, measured);
        if (name.startsWith(Curves.NAME)) {
          plot.add(comparison, measured);
        }
      }
    }
    add(page, targets.text());
    if (output.isPresent() && !plot.isEmpty()) {
      Files.writeString(output.get().resolveSibling(PLOT), plot.svg(), StandardCharsets.UTF_8);
      add(page, "![time of a refresh in tables that grow](%s)".formatted(PLOT));
    }
  }

  private static String databases(List<String> chosen) throws SQLException {
    List<String> databases = new ArrayList<>();
    if (chosen.stream().anyMatch(name -> !name.startsWith(OnPostgres.NAME))) {
      databases.add(Page.sqlite());
    }
    if (chosen.stream().anyMatch(name -> name.startsWith(OnPostgres.NAME))) {
      databases.add(
          "PostgreSQL %s over loopback, fsync=off, synchronous_commit=off"
              .formatted(PostgresServer.version()));
    }
    return String.join("; ", databases);
  }

  private String command() {
    return ("java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments)).strip();
  }

  /** Shows a section at once, and keeps what has been measured if a later one fails. */
  private void add(StringBuilder page, String section) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(section);
    out.flush();
    page.append(section).append('\n');
    if (output.isPresent()) {
      Files.writeString(output.get(), page, StandardCharsets.UTF_8);
    }
  }
}
