package org.mview.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Three servers of MariaDB that all write one database: Galera, of the package galera-4 of Debian
 * and Ubuntu, which the one of the server brings along.
 */
public final class GaleraCluster {
  private static final int NODES = 3;

  private static final List<Path> PROVIDERS =
      Stream.of(
              "/usr/lib/galera/libgalera_smm.so",
              "/usr/lib64/galera-4/libgalera_smm.so",
              "/usr/lib/libgalera_smm.so")
          .map(Path::of)
          .toList();

  private final List<ServerProcess> nodes;

  private GaleraCluster(List<ServerProcess> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** Apart, so that nothing is started where no test asks for it. */
  private static final class Running {
    static final GaleraCluster CLUSTER = start();
  }

  /** The cluster, which is started now if it was not before. */
  public static GaleraCluster running() {
    return Running.CLUSTER;
  }

  /** Its servers. */
  public List<ServerProcess> nodes() {
    return nodes;
  }

  private static GaleraCluster start() {
    List<ServerProcess> nodes = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(startNode(members));
    }
    return new GaleraCluster(nodes);
  }

  /** One joins those that are there, and takes their data over before it listens. */
  private static ServerProcess startNode(List<String> members) {
    try {
      Path folder = Files.createTempDirectory("mview-galera");
      int base = ServerProcess.freePort();
      List<String> command = new ArrayList<>(MariadbServer.installed(folder, user(folder)));
      command.addAll(ServerProcess.careless());
      command.add("--binlog-format=ROW");
      command.add("--innodb-autoinc-lock-mode=2");
      command.add("--wsrep-on=ON");
      command.add("--wsrep-provider=" + provider());
      command.add("--wsrep-cluster-name=mview");
      command.add("--wsrep-cluster-address=gcomm://" + String.join(",", members));
      command.add("--wsrep-node-address=127.0.0.1:" + base);
      command.add("--wsrep-sst-method=rsync");
      command.add("--wsrep-sst-receive-address=127.0.0.1:" + ServerProcess.freePort());
      command.add(
          "--wsrep-provider-options=base_port=%1$d;gmcast.listen_addr=tcp://127.0.0.1:%1$d;ist.recv_addr=127.0.0.1:%2$d;gcache.size=32M;pc.recovery=false"
              .formatted(base, ServerProcess.freePort()));
      if (members.isEmpty()) {
        command.add("--wsrep-new-cluster");
      }
      ServerProcess node = ServerProcess.start(command, Map.of(), folder);
      members.add("127.0.0.1:" + base);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As root it gives its data to nobody: the program that transfers them would not be let in. */
  private static List<String> user(Path folder) {
    if (ServerProcess.user().isEmpty()) {
      return List.of();
    }
    ServerProcess.run(
        List.of("chown", "mysql", folder.toString()), Map.of(), folder.resolve("owner.log"));
    return List.of("--user=mysql");
  }

  private static Path provider() {
    return PROVIDERS.stream()
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Galera is not here: install it (apt-get install galera-4 rsync lsof)"));
  }
}
