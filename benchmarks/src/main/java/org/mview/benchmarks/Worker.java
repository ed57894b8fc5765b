package org.mview.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mview.benchmarks.paired.Clock;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.PairedRun;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;

/** Where a JVM begins that measures one comparison. */
public final class Worker {
  private final Comparison comparison;
  private final Path directory;

  private Worker(Comparison comparison, Path directory) {
    this.comparison = comparison;
    this.directory = directory;
  }

  /**
   * Measures, and writes the rounds to a file.
   *
   * @param arguments the comparison's name, a number of rounds or 0, a seed, the directory that is
   *     shared, and an empty one
   */
  public static void main(String[] arguments) throws Exception {
    Comparison comparison = Comparisons.named(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    Path shared = Path.of(arguments[3]);
    Path own = Path.of(arguments[4]);
    new Worker(comparison, own).run(rounds, random, shared);
  }

  private void run(int rounds, Random random, Path shared) throws Exception {
    List<Subject> subjects = new ArrayList<>();
    try {
      for (Variant variant : comparison.variants()) {
        Path own = Files.createDirectory(directory.resolve("way" + subjects.size()));
        subjects.add(variant.opening().open(new Workspace(own, shared)));
      }
      write(
          new PairedRun(subjects, comparison.effort().with(0, rounds), random, Clock.SYSTEM)
              .rounds());
    } finally {
      for (Subject subject : subjects) {
        subject.close();
      }
    }
  }

  private void write(List<Round> rounds) throws Exception {
    Path file = directory.resolve(Forks.ROUNDS);
    try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      rounds.forEach(round -> out.println(RoundLines.write(round)));
    }
  }
}
