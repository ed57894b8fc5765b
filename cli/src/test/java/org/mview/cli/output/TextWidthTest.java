package org.mview.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TextWidthTest {
  static Stream<Arguments> widths() {
    return Stream.of(
        arguments("", 0),
        arguments("abc", 3),
        arguments("ü", 1),
        arguments("u\u0308", 1),
        arguments("中文", 4),
        arguments("한국", 4),
        arguments("Ａ", 2),
        arguments("😀", 2),
        arguments("👍🏽", 2),
        arguments("👨‍👩‍👧", 2),
        arguments("🇩🇪", 2),
        arguments("✅⭐⌚", 6),
        arguments("❤", 1),
        arguments("❤\ufe0f", 2),
        arguments("→│…", 3));
  }

  @ParameterizedTest
  @MethodSource("widths")
  void aCharacterTakesTheColumnsThatATerminalGivesIt(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  static Stream<Arguments> cuts() {
    return Stream.of(
        arguments("abcdef", 6, "abcdef"),
        arguments("abcdef", 5, "abcd…"),
        arguments("中文字", 5, "中文…"),
        arguments("中文字", 4, "中…"),
        arguments("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"),
        arguments("e\u0301e\u0301e\u0301", 2, "e\u0301…"));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aCutNeverGoesThroughACharacter(String text, int columns, String cut) {
    assertThat(TextWidth.cut(text, columns)).isEqualTo(cut);
    assertThat(TextWidth.of(cut)).isLessThanOrEqualTo(columns);
  }
}
