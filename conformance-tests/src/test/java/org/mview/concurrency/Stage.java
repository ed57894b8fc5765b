package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;

/**
 * Where several connections play a script, one step a line: {@code name: statement}, and behind
 * {@code -->} what comes of it: {@code blocked}, or the beginning of an error. Without that it must
 * succeed, at once or when others have gone on. {@code name: joins} waits for what was blocked,
 * {@code name: settles} until it has ended or is blocked again.
 *
 * <p>Names that begin with "raw" are programs without our driver, and those that begin with "other"
 * are programs with a driver of their own; all others share ours.
 */
final class Stage implements AutoCloseable {
  private static final String JOINS = "joins";
  private static final String SETTLES = "settles";

  private final Server server;
  private final FreshDatabase database;
  private final Worker.Opener opener;
  private final OtherProgram other = new OtherProgram();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Connection spectator;
  private final Connection watcher;

  Stage(Server server, FreshDatabase database) throws SQLException {
    this(server, database, database::connect);
  }

  /** A stage on which our driver's connections are opened in another way. */
  Stage(Server server, FreshDatabase database, Worker.Opener opener) throws SQLException {
    this.server = server;
    this.database = database;
    this.opener = opener;
    this.spectator = database.connect();
    this.watcher = database.connectRaw();
  }

  /** Plays all steps; the last ones may still wait for others afterwards. */
  void play(String script) throws SQLException, InterruptedException {
    for (String line : script.strip().split("\n")) {
      String[] parts = line.strip().split(": ", 2);
      String[] step = parts[1].split(" --> ", 2);
      play(line, actor(parts[0]), step[0], step.length > 1 ? step[1] : "");
    }
  }

  private void joinAll() throws InterruptedException {
    for (Map.Entry<String, Actor> actor : actors.entrySet()) {
      if (actor.getValue().isBusy()) {
        assertThat(actor.getValue().join())
            .as("%s at the end", actor.getKey())
            .isEqualTo(Actor.DONE);
      }
    }
  }

  private static void play(String line, Actor actor, String sql, String expected)
      throws SQLException, InterruptedException {
    if (sql.equals(JOINS)) {
      assertAnswer(line, actor.join(), expected);
      return;
    } else if (sql.equals(SETTLES)) {
      assertThat(actor.look()).as(line).isIn(Actor.DONE, Actor.BLOCKED);
      return;
    } else if (actor.isBusy()) {
      assertThat(actor.join()).as("what was before: %s", line).isEqualTo(Actor.DONE);
    }
    String answer = actor.begin(sql);
    boolean comesLater = answer.equals(Actor.BLOCKED) && expected.isEmpty();
    if (!comesLater) {
      assertAnswer(line, answer, expected);
    }
  }

  private static void assertAnswer(String line, String answer, String expected) {
    assertThat(answer).as(line).startsWith(expected.isEmpty() ? Actor.DONE : expected);
  }

  private Actor actor(String name) throws SQLException {
    Actor known = actors.get(name);
    if (known == null) {
      known = new Actor(name, connect(name), watcher, server.script());
      actors.put(name, known);
    }
    return known;
  }

  private Connection connect(String name) throws SQLException {
    if (name.startsWith("raw")) {
      return database.connectRaw();
    }
    return name.startsWith("other") ? other.connect(database.url()) : opener.open();
  }

  /** At the end every view that calls itself fresh is right, and these views do so. */
  void assertFresh(String... views) throws SQLException, InterruptedException {
    assertThat(wrong()).as("fresh, and wrong").isEmpty();
    assertThat(new Views(spectator).fresh()).containsAll(List.of(views));
  }

  /** The same, and each view is right after a refresh from what is in the logs. */
  void assertNothingIsLost() throws SQLException, InterruptedException {
    assertFresh();
    Views views = new Views(spectator);
    List<String> refreshed = views.refreshFast();
    assertThat(views.wrong(false)).as("wrong after a fast refresh of %s", refreshed).isEmpty();
    assertThat(views.leftInLogs()).as("left in the logs").isEmpty();
  }

  /** The views that call themselves fresh, and are wrong. */
  List<String> wrong() throws SQLException, InterruptedException {
    joinAll();
    return new Views(spectator).wrong(true);
  }

  /** The rows of a query, as another program reads them. */
  List<String> rows(String query) throws SQLException {
    return Sql.rows(spectator, query);
  }

  @Override
  public void close() throws SQLException {
    for (Actor actor : actors.values()) {
      actor.close();
    }
    spectator.close();
    watcher.close();
    other.close();
  }
}
