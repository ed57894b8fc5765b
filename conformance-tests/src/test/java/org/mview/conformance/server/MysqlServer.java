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

  /** Apart, so that the server is not started where no test asks for it. */
  private static final class Running {
    static final ServerProcess SERVER = start();
  }

  /** The server, which is started now if it was not before. */
  public static ServerProcess running() {
    return Running.SERVER;
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
      ServerProcess.run(initialize, libraries, folder.resolve("initialize.log"));
      // The binary log stays on, as it is by default: it asks more of who makes triggers.
      program.addAll(ServerProcess.careless());
      return ServerProcess.start(program, libraries, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
