package org.mview.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {
  /** The bar is the cursor. */
  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("|", "", 0, List.of("")),
        arguments("sel|", "sel", 3, List.of("sel")),
        arguments("select s|um(a)", "sum", 1, List.of("select", "sum")),
        arguments("select * from |", "", 0, List.of("select", "from", "")),
        arguments("from| t", "from", 4, List.of("from")),
        arguments("from | t", "", 0, List.of("from", "")),
        arguments("from s.or|", "or", 2, List.of("from", "s", "or")),
        arguments("from \"or|", "\"or", 3, List.of("from", "\"or")),
        arguments("from \"|", "\"", 1, List.of("from", "\"")),
        arguments("where m_row$$=mlog$_o|", "mlog$_o", 7, List.of("where", "m_row$$", "mlog$_o")),
        arguments("\\ti|", "\\ti", 3, List.of("\\ti")),
        arguments("\\|", "\\", 1, List.of("\\")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theWordAtTheCursorIsFound(String line, String word, int wordCursor, List<String> words) {
    Words found = Words.of(line.replace("|", ""), line.indexOf('|'));
    assertThat(found.word()).isEqualTo(word);
    assertThat(found.wordCursor()).isEqualTo(wordCursor);
    assertThat(found.words()).isEqualTo(words);
    assertThat(found.wordIndex()).isEqualTo(words.size() - 1);
  }
}
