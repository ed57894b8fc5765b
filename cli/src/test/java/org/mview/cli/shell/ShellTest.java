package org.mview.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.TableLayout;
import org.mview.cli.script.StatementSplitter;

@Timeout(60)
final class ShellTest {
  @TempDir private Path home;

  @Test
  void aStatementRunsOnceItsSemicolonIsThere() throws Exception {
    assertThat(typed("SELECT 1 + 1\nAS two;\n"))
        .contains("greeting", " two\n─────\n   2\n(1 row, ");
  }

  @Test
  void anErrorIsShownAndTheShellGoesOn() throws Exception {
    assertThat(typed("SELECT * FROM nope; SELECT 'not run';\nSELECT 'still here' AS a;\n"))
        .contains("error: [SQLITE_ERROR]", "no such table: nope", " still here\n")
        .doesNotContain(" not run\n");
  }

  @Test
  void tablesAreListedAndDescribed() throws Exception {
    assertThat(
            typed(
                """
                CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, customer VARCHAR(20));
                CREATE UNIQUE INDEX by_customer ON orders (customer, id);
                \\d
                \\d ORDERS
                \\d nope
                """))
        .contains(
            """
             name   │ type
            ────────┼───────
             orders │ TABLE
            """,
            """
             column   │ type        │ null     │ key
            ──────────┼─────────────┼──────────┼─────────────
             id       │ INTEGER     │ not null │ primary key
             customer │ VARCHAR(20) │          │
            by_customer unique on customer, id
            """,
            "no table or view nope");
  }

  @Test
  void materializedViewsAreReadFromTheDictionary() throws Exception {
    assertThat(typed("\\views\n")).contains("there is no USER_MVIEWS here");
    assertThat(
            typed(
                """
                CREATE VIEW user_mviews AS SELECT 'SALES' AS mview_name, 'COMMIT' AS refresh_mode,\
                 'FAST' AS refresh_method, 'FRESH' AS staleness, 'FAST' AS last_refresh_type,\
                 NULL AS last_refresh_date;
                \\views
                """))
        .contains("SALES", "COMMIT", "FRESH", "(1 row");
  }

  @Test
  void timesAreShownUntilTheyAreNotWanted() throws Exception {
    assertThat(typed("\\timing\nSELECT 1;\n\\nope\n"))
        .contains("times are not shown", "(1 row)\n", "no such command: \\nope");
  }

  @Test
  void nothingAfterLeavingIsRead() throws Exception {
    assertThat(typed("\\q\nSELECT 'not run' AS a;\n")).doesNotContain("not run");
  }

  private String typed(String input) throws IOException, SQLException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Terminal terminal =
            new DumbTerminal(
                "test",
                Terminal.TYPE_DUMB,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                screen,
                StandardCharsets.UTF_8)) {
      Shell.run(
          terminal,
          new Shell.Settings(
              connection,
              Optional.empty(),
              () -> StatementSplitter.forUrl("jdbc:sqlite:"),
              width -> ResultFormat.table(TableLayout.UNLIMITED),
              home.resolve("history"),
              "greeting",
              false));
    }
    return screen.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
