package org.mview.benchmarks.statement;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What statements that are nothing to us allocate, by the raw driver and by ours. */
public final class Allocation {
  private static final Options OPTIONS =
      new OptionsBuilder()
          .include(StatementBenchmark.class.getName())
          .addProfiler(GCProfiler.class)
          .forks(1)
          .warmupIterations(3)
          .warmupTime(TimeValue.seconds(2))
          .measurementIterations(3)
          .measurementTime(TimeValue.seconds(1))
          .verbosity(VerboseMode.SILENT)
          .build();

  private Allocation() {}

  /** Runs JMH. */
  public static Collection<RunResult> measure() throws RunnerException {
    return new Runner(OPTIONS).run();
  }
}
