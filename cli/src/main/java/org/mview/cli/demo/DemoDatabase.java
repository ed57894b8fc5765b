package org.mview.cli.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The SQLite file of the demonstration.
 *
 * @param file did not exist before
 */
public record DemoDatabase(Path file) {
  /** What SQLite puts beside its file. */
  private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

  /**
   * A file of the user's choice; it stays.
   *
   * @throws FileAlreadyExistsException when there is such a file: nothing is written over
   */
  public static DemoDatabase at(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    return new DemoDatabase(file);
  }

  /** A fresh file for temporary files, which stays. */
  public static DemoDatabase kept() throws IOException {
    return new DemoDatabase(Files.createTempDirectory("mview-demo").resolve("tpch.db"));
  }

  /** A fresh file which is gone when the JVM ends, also when the user interrupts it. */
  public static DemoDatabase temporary() throws IOException {
    DemoDatabase database = kept();
    database.file.getParent().toFile().deleteOnExit();
    database.file.toFile().deleteOnExit();
    COMPANIONS.forEach(suffix -> new File(database.file + suffix).deleteOnExit());
    return database;
  }

  /** Through our driver. */
  public String url() {
    return "jdbc:mview:sqlite:" + file;
  }

  /** Through the database's own driver. */
  String plainUrl() {
    return "jdbc:sqlite:" + file;
  }
}
