package org.mview.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.cli.output.Written.row;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TableWriterTest {
  private static final TableLayout LIMITED = new TableLayout(12, Integer.MAX_VALUE);

  @Test
  void numbersStandOnTheRightAndTextOnTheLeft() {
    assertThat(
            table(
                TableLayout.UNLIMITED,
                List.of("id", "customer", "total"),
                row(Cell.number(7), Cell.text("Ada"), Cell.number("12.50")),
                row(Cell.number(1234), Cell.text("Grace Hopper"), Cell.number("3"))))
        .isEqualTo(
            """
               id │ customer     │ total
            ──────┼──────────────┼───────
                7 │ Ada          │ 12.50
             1234 │ Grace Hopper │     3
            """);
  }

  @Test
  void nullIsAWordThatIsNotItsText() {
    assertThat(
            table(
                TableLayout.UNLIMITED,
                List.of("a", "b"),
                row(Cell.NULL, Cell.text("NULL")),
                row(Cell.number(1), Cell.text(""))))
        .isEqualTo(
            """
                  a │ b
            ────────┼──────
             <NULL> │ NULL
                  1 │
            """);
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(
            table(
                TableLayout.UNLIMITED,
                List.of("name", "n"),
                row(Cell.text("東京"), Cell.number(1)),
                row(Cell.text("👩‍👩‍👧 ok"), Cell.number(2)),
                row(Cell.text("✅ e\u0301"), Cell.number(3)),
                row(Cell.text("plain"), Cell.number(4))))
        .isEqualTo(
            """
             name  │ n
            ───────┼───
             東京  │ 1
             👩‍👩‍👧 ok │ 2
             ✅ e\u0301  │ 3
             plain │ 4
            """);
  }

  @Test
  void longTextIsCutAndALongNumberIsNot() {
    assertThat(
            table(
                LIMITED,
                List.of("text", "number"),
                row(Cell.text("a text of many words"), Cell.number("123456789012345")),
                row(Cell.text("東京東京東京東京"), Cell.number(1))))
        .isEqualTo(
            """
             text         │          number
            ──────────────┼─────────────────
             a text of m… │ 123456789012345
             東京東京東…  │               1
            """);
  }

  @Test
  void theWidestTextGivesWayToTheWidthOfTheTerminal() {
    String wide = "x".repeat(40);
    assertThat(
            table(
                new TableLayout(60, 30),
                List.of("a", "b"),
                row(Cell.text(wide), Cell.text("0123456789"))))
        .isEqualTo(
            """
             a               │ b
            ─────────────────┼────────────
             xxxxxxxxxxxxxx… │ 0123456789
            """)
        .satisfies(text -> assertThat(text.lines().toList().get(1)).hasSize(30));
  }

  @Test
  void whatWouldMoveTheCursorIsShownAsASign() {
    assertThat(
            table(
                TableLayout.UNLIMITED,
                List.of("a"),
                row(Cell.text("two\r\nlines\tand \u001b[31mred"))))
        .contains(" two↵lines and �[31mred\n");
  }

  @Test
  void aResultWithoutRowsHasItsHeading() {
    assertThat(table(TableLayout.UNLIMITED, List.of("a", "long name")))
        .isEqualTo(
            """
             a │ long name
            ───┼───────────
            """);
  }

  @Test
  void rowsBeyondThoseThatSetTheWidthsAreStillWritten() {
    StringWriter text = new StringWriter();
    RowWriter writer = new TableWriter(new PrintWriter(text), TableLayout.UNLIMITED);
    writer.header(List.of("n"));
    IntStream.rangeClosed(1, 2500).forEach(n -> writer.row(List.of(Cell.number(n))));
    writer.end();
    assertThat(text.toString().lines().skip(2).map(String::strip))
        .hasSize(2500)
        .startsWith("1", "2")
        .endsWith("2499", "2500");
  }

  private static String table(TableLayout layout, List<String> names, Cell[]... rows) {
    return Written.by(ResultFormat.table(layout), names, rows);
  }
}
