package org.mview.conformance.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0.15, whose programs come as a dependency of the tests, for Linux. */
public final class MysqlServer {
  private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

  private MysqlServer() {}

  private static final ServerProcess.Once SERVER = new ServerProcess.Once(MysqlServer::start);

  /** The server, which is started now if it was not before. */
  public static ServerProcess running() {
    return SERVER.get();
  }

  private static ServerProcess start() {
    try {
      Path folder = Files.createTempDirectory("mview-mysql");
      unpack(folder);
      Map<String, String> libraries =
          Map.of("LD_LIBRARY_PATH", folder.resolve("lib") + ":" + folder.resolve("bin"));
      List<String> program = new ArrayList<>();
      program.add(folder.resolve("bin/mysqld").toString());
      program.add("--no-defaults");
      program.addAll(ServerProcess.user());
      program.add("--basedir=" + folder);
      program.add("--lc-messages-dir=" + folder.resolve("share"));
      program.add("--datadir=" + folder.resolve("data"));
      program.add("--mysqlx=OFF");
      List<String> initialize = new ArrayList<>(program);
      initialize.add("--initialize-insecure");
      initialize(initialize, libraries, folder);
      // The binary log stays on, as it is by default: it asks more of who makes triggers.
      program.addAll(ServerProcess.careless());
      return ServerProcess.start(program, libraries, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void initialize(List<String> command, Map<String, String> libraries, Path folder) {
    try {
      ServerProcess.run(command, libraries, folder.resolve("initialize.log"));
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new IllegalStateException(
          "MySQL's server does not run here: it wants Linux on x86-64 with the libraries libaio "
              + "and libnuma (apt-get install libaio1 libnuma1); or leave it out by "
              + "-Dmview.databases=sqlite,sqlite-journal,postgresql,mariadb",
          e);
    }
  }

  private static void unpack(Path folder) throws IOException {
    Path archive = folder.resolve("server.tar.gz");
    try (@Nullable InputStream packed = MysqlServer.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new IllegalStateException(ARCHIVE + " is not on the class path");
      }
      Files.copy(packed, archive);
    }
    ServerProcess.run(
        List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()),
        Map.of(),
        folder.resolve("unpack.log"));
    Files.delete(archive);
  }
}
