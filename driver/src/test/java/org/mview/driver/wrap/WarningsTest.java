package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.driver.wrap.ErrorAssert.assertThatError;

import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.command.Outcome;

class WarningsTest {
  private final Warnings ours = new Warnings();

  @Test
  void oursStandAfterTheDrivers() {
    ours.add(List.of(new Outcome.Warning("ours", 0)));
    assertThat(texts(ours.after(new SQLWarning("driver's")))).containsExactly("driver's", "ours");
    assertThat(texts(ours.after(null))).containsExactly("ours");
  }

  @Test
  void askedAgainTheyStandThereOnce() {
    ours.add(List.of(new Outcome.Warning("ours", 0)));
    SQLWarning drivers = new SQLWarning("driver's");
    ours.after(drivers);
    drivers.setNextWarning(new SQLWarning("another of the driver's"));
    assertThatError(ours.after(drivers)).isSameAs(drivers);
    assertThat(texts(drivers)).containsExactly("driver's", "ours", "another of the driver's");
  }

  @Test
  void withoutOursTheDriversChainIsUntouched() {
    SQLWarning drivers = new SQLWarning("driver's");
    assertThatError(ours.after(drivers)).isSameAs(drivers);
    assertThatError(drivers.getNextWarning()).isNull();
    assertThatError(ours.after(null)).isNull();
  }

  private static List<String> texts(SQLWarning chain) {
    List<String> texts = new ArrayList<>();
    for (SQLWarning link = chain; link != null; link = link.getNextWarning()) {
      texts.add(link.getMessage());
    }
    return texts;
  }
}
