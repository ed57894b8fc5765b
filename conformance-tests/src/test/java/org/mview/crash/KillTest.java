package org.mview.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.conformance.Sql;

/**
 * Kills a process at random points of create, refresh, alter, drop and commit, and looks at what it
 * leaves. {@code -Dmview.kills=…} says how often, for each journal.
 */
class KillTest {
  private static final int KILLS_PER_FILE = 15;
  private static final int KILLS_PER_COPY = 3;

  /** At the beginning all classes are still being loaded: the first statements are slow. */
  private static final int LONGEST_MILLIS = 500;

  private final int kills = Integer.getInteger("mview.kills", 150);
  private final long seed = Long.getLong("mview.seed", 1);

  @TempDir Path folder;

  @Test
  void afterAKillEveryViewIsRightOrSaysThatItIsNot() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> runs =
          both.invokeAll(List.of(() -> kill("WAL", seed), () -> kill("DELETE", -seed)));
      for (Future<Void> run : runs) {
        run.get();
      }
    } finally {
      both.shutdownNow();
    }
  }

  private @Nullable Void kill(String journal, long randomSeed)
      throws SQLException, IOException, InterruptedException {
    Random random = new Random(randomSeed);
    Path file = folder;
    int committed = 0;
    for (int kill = 0; kill < kills; kill++) {
      if (kill % KILLS_PER_FILE == 0) {
        file = create(journal, kill);
        committed = 0;
      }
      committed = Math.max(committed, killed(file, random));
      Aftermath aftermath = new Aftermath(file);
      aftermath.assertCommitted("one", committed);
      aftermath.assertViewsAreRight();
      if (kill % KILLS_PER_COPY == 0) {
        aftermath.assertNothingIsLeftOver();
      }
    }
    return null;
  }

  private Path create(String journal, int number) throws SQLException {
    Path file = folder.resolve(journal + number + ".db");
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Sql.execute(raw, "PRAGMA journal_mode=" + journal);
      for (String table : Words.of(Aftermath.url(file)).tables()) {
        Sql.execute(raw, table);
      }
    }
    return file;
  }

  /** Starts the application, kills it, and answers the last transaction it has reported. */
  private static int killed(Path file, Random random) throws IOException, InterruptedException {
    try (Child child =
        Child.start(
            Application.class,
            Aftermath.url(file),
            "one",
            String.valueOf(random.nextLong()),
            "60000",
            "40")) {
      @Nullable String line = child.line();
      if (!"ready".equals(line)) {
        throw new IllegalStateException("the application said " + line);
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
      child.kill();
      int last = 0;
      while ((line = child.line()) != null) {
        last = Integer.parseInt(line);
      }
      return last;
    }
  }
}
