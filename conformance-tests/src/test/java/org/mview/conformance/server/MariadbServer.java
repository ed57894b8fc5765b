package org.mview.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** MariaDB as the operating system has it: the package mariadb-server of Debian and Ubuntu. */
public final class MariadbServer {
  private static final List<Path> FOLDERS =
      Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
          .map(Path::of)
          .toList();

  private MariadbServer() {}

  private static final ServerProcess.Once SERVER = new ServerProcess.Once(MariadbServer::start);

  /** The server, which is started now if it was not before. */
  public static ServerProcess running() {
    return SERVER.get();
  }

  private static ServerProcess start() {
    try {
      Path folder = Files.createTempDirectory("mview-mariadb");
      List<String> server = installed(folder, ServerProcess.user());
      // As on a server that is replicated: the binary log asks more of who makes triggers.
      server.add("--log-bin");
      server.add("--server-id=1");
      server.addAll(ServerProcess.careless());
      return ServerProcess.start(server, Map.of(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes an empty server in a folder, and answers the command that runs it.
   *
   * @param user the option that says as whom
   */
  static List<String> installed(Path folder, List<String> user) {
    String data = "--datadir=" + folder.resolve("data");
    List<String> install = new ArrayList<>();
    install.add(program("mariadb-install-db"));
    install.add("--no-defaults");
    install.addAll(user);
    install.add(data);
    install.add("--auth-root-authentication-method=normal");
    install.add("--skip-test-db");
    ServerProcess.run(install, Map.of(), folder.resolve("install.log"));
    List<String> server = new ArrayList<>();
    server.add(program("mariadbd"));
    server.add("--no-defaults");
    server.addAll(user);
    server.add(data);
    return server;
  }

  private static String program(String name) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name
                        + " is not here: install MariaDB (apt-get install mariadb-server), "
                        + "or leave it out by -Dmview.databases=sqlite,sqlite-journal,postgresql,mysql"));
  }
}
