package org.mview.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.cli.output.Written.row;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatsTest {
  @Test
  void csvQuotesWhatItMustAndTellsNullFromTheEmptyString() {
    assertThat(
            Written.by(
                ResultFormat.CSV,
                List.of("id", "a \"name\""),
                row(Cell.number(1), Cell.text("plain")),
                row(Cell.number("-2.5"), Cell.text("a,b")),
                row(Cell.NULL, Cell.text("")),
                row(Cell.bool(true), Cell.text("two\nlines")),
                row(Cell.text(" spaced"), Cell.text("say \"hi\""))))
        .isEqualTo(
            """
            id,"a ""name\"""
            1,plain
            -2.5,"a,b"
            ,""
            true,"two
            lines"
            " spaced","say ""hi\"""
            """);
  }

  @Test
  void jsonKeepsNumbersTruthAndNullAsTheyAre() {
    assertThat(
            Written.by(
                ResultFormat.JSON,
                List.of("id", "text"),
                row(Cell.number("12.50"), Cell.text("say \"hi\"\\\n\u0001 ü✅")),
                row(Cell.NULL, Cell.bool(false))))
        .isEqualTo(
            """
            [
              {"id": 12.50, "text": "say \\"hi\\"\\\\\\n\\u0001 ü✅"},
              {"id": null, "text": false}
            ]
            """);
  }

  @Test
  void jsonTellsColumnsOfTheSameNameApart() {
    Cell[] row = row(Cell.number(1), Cell.number(2), Cell.number(3), Cell.number(4));
    assertThat(Written.by(ResultFormat.JSON, List.of("a", "a", "a_2", "a"), row))
        .contains("{\"a\": 1, \"a_3\": 2, \"a_2\": 3, \"a_4\": 4}");
  }

  @Test
  void aJsonResultWithoutRowsIsAnEmptyArray() {
    assertThat(Written.by(ResultFormat.JSON, List.of("a"))).isEqualTo("[]\n");
  }
}
