package org.mview.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names and strings with escapes mean. */
class UnicodeEscapesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "data, \\, data",
        "d\\0061t\\+000061, \\, data",
        "\\00dcn\\00EFcode, \\, Ünïcode",
        "a\\\\0061, \\, a\\0061",
        "d!0061ta, !, data",
        "d!0061ta, \\, d!0061ta",
        "a\\00, \\, a\\00",
        "\\+01F600, \\, 😀",
        "\\D83D\\DE00, \\, 😀",
        "\\+FFFFFF, \\, \\+FFFFFF",
        "a$0061, $, aa"
      })
  void means(String text, char escape, String meant) {
    assertThat(UnicodeEscapes.decoded(text, escape)).isEqualTo(meant);
  }
}
