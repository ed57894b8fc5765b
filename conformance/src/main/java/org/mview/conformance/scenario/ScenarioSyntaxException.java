package org.mview.conformance.scenario;

/** A scenario that cannot be read; the message begins with file and line. */
final class ScenarioSyntaxException extends RuntimeException {
  ScenarioSyntaxException(String file, int line, String message) {
    super("%s:%d: %s".formatted(file, line, message));
  }
}
