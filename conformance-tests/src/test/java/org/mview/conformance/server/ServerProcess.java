package org.mview.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that runs beside the tests, on a free port, and ends with them. */
public final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Where it listens, on this machine alone. */
  public int port() {
    return port;
  }

  /** A server that is started when it is first asked for; if that fails, it is said each time. */
  static final class Once implements Supplier<ServerProcess> {
    private final Supplier<ServerProcess> start;
    private @Nullable ServerProcess running;
    private @Nullable RuntimeException failure;

    Once(Supplier<ServerProcess> start) {
      this.start = start;
    }

    @Override
    public synchronized ServerProcess get() {
      if (failure != null) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
      ServerProcess known = running;
      if (known == null) {
        try {
          known = start.get();
        } catch (RuntimeException e) {
          failure = e;
          throw e;
        }
        running = known;
      }
      return known;
    }
  }

  /** Runs a program to its end. */
  static void run(List<String> command, Map<String, String> environment, Path log) {
    try {
      int exit = process(command, environment, log).waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "%s ended with %s: %s".formatted(command.get(0), exit, Files.readString(log)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a server in a folder of its own, and waits until it listens. */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path folder) {
    try {
      int port = freePort();
      List<String> all = new ArrayList<>(command);
      all.add("--port=" + port);
      all.add("--bind-address=127.0.0.1");
      all.add("--socket=" + folder.resolve("s"));
      all.add("--pid-file=" + folder.resolve("pid"));
      all.add("--tmpdir=" + folder);
      Path log = folder.resolve("server.log");
      ServerProcess server = new ServerProcess(process(all, environment, log), port);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(folder)));
      server.awaitStart(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process process(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.redirectOutput(log.toFile()).start();
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitStart(Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the server does not start: " + Files.readString(log));
      }
      pause();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it at once, as a loss of power does; its data stay. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Path folder) {
    process.destroyForcibly();
    try {
      process.waitFor();
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** As root, these servers want to be told that they may run so. */
  static List<String> user() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }

  /** What makes a server faster whose data nobody needs after a crash. */
  static List<String> careless() {
    return List.of(
        "--innodb-flush-log-at-trx-commit=0",
        "--sync-binlog=0",
        "--innodb-flush-method=nosync",
        "--innodb-buffer-pool-size=64M",
        "--innodb-doublewrite=OFF");
  }
}
