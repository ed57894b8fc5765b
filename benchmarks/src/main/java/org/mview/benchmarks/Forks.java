package org.mview.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mview.benchmarks.database.Directories;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Round;

/**
 * Starts JVMs that measure, one after the other. What the compiler of one has made of the code is
 * not what that of the next makes of it, and no comparison sees what another has warmed up.
 */
final class Forks {
  /** The file with the rounds, in a worker's directory. */
  static final String ROUNDS = "rounds.txt";

  private final Path directory;
  private final int forks;
  private final int rounds;

  /**
   * Forks that have not begun.
   *
   * @param directory for all their files
   * @param forks how many for each comparison; 0 for what the comparison says
   * @param rounds how many in each fork; 0 for what the comparison says
   */
  Forks(Path directory, int forks, int rounds) {
    this.directory = directory;
    this.forks = forks;
    this.rounds = rounds;
  }

  /**
   * Measures a comparison.
   *
   * @throws IOException when a worker fails; it has said why on the standard error
   */
  List<Round> measure(Comparison comparison) throws IOException, InterruptedException {
    Effort effort = comparison.effort().with(forks, rounds);
    List<Round> all = new ArrayList<>();
    for (int fork = 0; fork < effort.forks(); fork++) {
      Path own = Files.createTempDirectory(directory, comparison.name());
      run(comparison, fork, own);
      Files.readAllLines(own.resolve(ROUNDS)).stream().map(RoundLines::read).forEach(all::add);
      Directories.delete(own);
    }
    return all;
  }

  private void run(Comparison comparison, int seed, Path own)
      throws IOException, InterruptedException {
    Path shared = Files.createDirectories(directory.resolve("shared"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName(),
            comparison.name(),
            Integer.toString(rounds),
            Integer.toString(seed),
            shared.toString(),
            own.toString());
    Process worker =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (worker.waitFor() != 0) {
      throw new IOException("the worker for " + comparison.name() + " has failed");
    }
  }
}
