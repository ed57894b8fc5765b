package org.mview.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.Summary;
import org.mview.cli.output.TableLayout;
import org.mview.cli.script.StatementRunner;
import org.mview.cli.script.Waiting;
import org.mview.cli.shell.RunningViews.Running;

/** The line that shows that a statement runs; a test says when a second has passed. */
class RunningLineTest {
  private static final String BEGIN = "\r\u001b[K";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final List<Runnable> called = new ArrayList<>();
  private List<Running> views = List.of();
  private Terminal terminal;
  private long now;

  @BeforeEach
  void open() throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(60, 20));
  }

  @AfterEach
  void close() throws IOException {
    terminal.close();
  }

  private Runnable call(Runnable task) {
    called.add(task);
    return () -> called.remove(task);
  }

  private Waiting line(Terminal on) {
    RefreshWatch watch = new RefreshWatch(this::call, () -> now, () -> views);
    return RunningLine.of(on, this::call, () -> now, watch);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now += Duration.ofSeconds(1).toNanos();
      List.copyOf(called).forEach(Runnable::run);
    }
  }

  private String shown() {
    String all = screen.toString(StandardCharsets.UTF_8);
    screen.reset();
    return all;
  }

  @Test
  void itIsDrawnEachSecondAndGoneInTheEnd() {
    Waiting.Wait wait = line(terminal).begin("SELECT 1");
    assertThat(shown()).isEmpty();
    pass(1);
    assertThat(shown()).isEqualTo(BEGIN + "1 s, Ctrl-C ends it");
    pass(1);
    assertThat(shown()).isEqualTo(BEGIN + "2 s, Ctrl-C ends it");
    wait.close();
    assertThat(shown()).isEqualTo(BEGIN);
    assertThat(called).isEmpty();
  }

  @Test
  void aStatementThatIsFastShowsNothing() {
    line(terminal).begin("SELECT 1").close();
    assertThat(shown()).isEmpty();
  }

  @Test
  void whatIsDrawnTooLateIsNotDrawn() {
    Waiting.Wait wait = line(terminal).begin("SELECT 1");
    Runnable draw = called.get(0);
    wait.close();
    draw.run();
    assertThat(shown()).isEmpty();
  }

  @Test
  void longTimesAreToldInMinutesAndHours() {
    assertThat(Elapsed.text(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Elapsed.text(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
    assertThat(Elapsed.text(Duration.ofMinutes(121))).isEqualTo("2 h 1 min");
  }

  @Test
  void aRefreshShowsWhichViewAndOfAboutHowLong() {
    Waiting.Wait wait = line(terminal).begin("CALL DBMS_MVIEW.REFRESH('sales, buyers')");
    views = List.of(new Running("sales", Optional.of(Duration.ofSeconds(40))));
    pass(1);
    shown();
    pass(11);
    assertThat(shown()).endsWith(BEGIN + "sales 11 s of about 40 s, 12 s, Ctrl-C ends it");
    views =
        List.of(new Running("buyers", Optional.empty()), new Running("others", Optional.empty()));
    pass(1);
    pass(1);
    assertThat(shown()).endsWith(BEGIN + "buyers, 14 s, Ctrl-C ends it");
    wait.close();
  }

  @Test
  void onlyARefreshIsWatched() {
    views = List.of(new Running("sales", Optional.empty()));
    Waiting.Wait wait = line(terminal).begin("SELECT * FROM sales");
    pass(1);
    assertThat(shown()).doesNotContain("sales");
    wait.close();
  }

  @Test
  void viewsAndTheirTimesAreReadOnAnotherConnection(@TempDir Path directory) throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        RunningViews running = RunningViews.seenBy(() -> DriverManager.getConnection(url))) {
      statement.execute("CREATE TABLE V$MVREFRESH (CURRMVNAME)");
      statement.execute("CREATE TABLE USER_MVIEW_ANALYSIS (MVIEW_NAME, FULLREFRESHTIM)");
      statement.execute("INSERT INTO USER_MVIEW_ANALYSIS VALUES ('sales', 12.5), ('many', NULL)");
      assertThat(running.now()).isEmpty();
      statement.execute("INSERT INTO V$MVREFRESH VALUES ('sales'), ('many'), ('sales')");
      assertThat(running.now())
          .containsExactly(
              new Running("many", Optional.empty()),
              new Running("sales", Optional.of(Duration.ofMillis(12_500))));
    }
  }

  @Test
  void itIsNotLongerThanTheTerminal() {
    terminal.setSize(new Size(10, 20));
    Waiting.Wait wait = line(terminal).begin("SELECT 1");
    pass(1);
    assertThat(shown()).isEqualTo(BEGIN + "1 s, Ctrl");
    wait.close();
  }

  @Test
  void aTerminalThatCannotTakeItAwayShowsNone() throws IOException {
    try (Terminal dumb =
        new DumbTerminal(
            "test",
            Terminal.TYPE_DUMB,
            new ByteArrayInputStream(new byte[0]),
            screen,
            StandardCharsets.UTF_8)) {
      assertThat(line(dumb)).isSameAs(Waiting.NOBODY);
    }
  }

  @Test
  void itIsGoneBeforeTheResultIsWritten() throws SQLException {
    Waiting line = line(terminal);
    Waiting aSecond =
        sql -> {
          Waiting.Wait wait = line.begin(sql);
          pass(1);
          return wait;
        };
    PrintWriter out = terminal.writer();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      StatementRunner.Output output =
          new StatementRunner.Output(
              out,
              ResultFormat.table(TableLayout.UNLIMITED),
              Summary.NONE,
              new Complaints(out, false));
      new StatementRunner(connection, output, aSecond).run("SELECT 7 AS seven");
    }
    out.flush();
    assertThat(shown()).startsWith(BEGIN + "1 s, Ctrl-C ends it" + BEGIN + " seven");
  }
}
