package org.mview.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another JVM, which runs one class, and talks by lines of text. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  private Child(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  static Child start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line it says; null when it has ended. */
  @Nullable String line() throws IOException {
    return output.readLine();
  }

  /** Says a line to it, and answers its next line. */
  String ask(String line) throws IOException {
    input.println(line);
    return String.valueOf(line());
  }

  /** Ends it at once, as a power cut does; what it has said can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // the process itself would close its output, too
    process.waitFor();
  }

  /** Tells it to end, as a service manager does. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits until it ends by itself. */
  int end() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
