package org.mview.generated;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.generated.Finding.Kind;

/** Runs a script twice at the same time, with us and without us, and looks what comes of it. */
final class ScriptRun {
  private final Script script;
  private final Coverage coverage;
  private final Path folder;

  ScriptRun(Script script, Coverage coverage, Path folder) {
    this.script = script;
    this.coverage = coverage;
    this.folder = folder;
  }

  /** Answers the first thing that must not be, if there is one. */
  Optional<Finding> run() throws SQLException {
    Setup setup = script.setup();
    Literals literals = script.idiom().literals();
    try (Place.Twins twins = script.idiom().place().make(setup, folder);
        Application ours = new Application(setup.sessions(), literals, twins::ours);
        Application twin = new Application(setup.sessions(), literals, twins::twin);
        Connection raw = twins.raw(ours);
        Connection rawTwin = twins.rawTwin(twin)) {
      return new Course(script, ours, twin, raw, rawTwin, coverage).run();
    }
  }

  /** The finding for something thrown that JDBC does not allow. */
  static Optional<Finding> thrown(Step step, RuntimeException e) {
    return Optional.of(
        new Finding(Kind.THROWN, "%s\n  %s at %s".formatted(step.text(), e, place(e))));
  }

  /** Where our code threw it, or called what threw it. */
  private static String place(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .map(StackTraceElement::toString)
        .filter(frame -> frame.contains("org.mview."))
        .limit(12)
        .collect(Collectors.joining("\n  at "));
  }
}
