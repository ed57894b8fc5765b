package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScenarioFilesTest {
  private final ScenarioFiles files = ScenarioFiles.ofClassPath();

  @Test
  void filesAreChosenByPiecesOfTheirPaths() {
    assertThat(files.chosen("fast/join,seeds/"))
        .extracting(files::name)
        .contains("fast/join.scenario")
        .allMatch(name -> name.startsWith("fast/join") || name.startsWith("seeds/"))
        .hasSizeGreaterThan(files.chosen("seeds/").size());
    assertThat(files.chosen("")).hasSizeGreaterThan(files.chosen("seeds/").size());
  }

  @Test
  void whatNoPathHoldsIsAnError() {
    assertThatThrownBy(() -> files.chosen("no such,nor this"))
        .hasMessage("no scenario's name holds 'no such,nor this'");
  }
}
