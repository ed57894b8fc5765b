package org.mview.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mview.dialect.TableIndex;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;

/** Which index does what is wanted. */
class WantedIndexTest {
  @ParameterizedTest(name = "{0} then {1} by {2}, unique: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "a, -, a, false, true",
        "a, -, a b, false, true",
        "a, -, b a, false, false",
        "a b, -, b a c, false, true",
        "a b, -, a, false, false",
        "a b, -, a, true, true",
        "a b, -, a c, true, false",
        "a, -, -, true, false",
        "-, a, a, false, true",
        "-, a-, a-, false, true",
        "-, a-, a, false, true",
        "-, a- b, a- b c, false, true",
        "-, a- b, a b-, false, true",
        "-, a- b, a b, false, false",
        "-, a- b, a-, false, false",
        "a, b-, a b, false, true",
        "a, b-, b a, false, false",
        "a, a b, a b, false, true"
      })
  void anIndexServesWhatItBeginsWith(
      String lookup, String order, String index, boolean unique, boolean serves) {
    assertThat(wanted(lookup, order).isServedBy(new TableIndex("i", terms(index), unique)))
        .isEqualTo(serves);
  }

  @Test
  void itSaysWhatItIsMadeOf() {
    assertThat(wanted("b a", "a c-")).hasToString("t(b, a, c DESC)");
  }

  private static WantedIndex wanted(String lookup, String order) {
    Set<Identifier> columns =
        terms(lookup).stream()
            .map(IndexTerm::column)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new WantedIndex(QualifiedName.of("t"), columns, terms(order));
  }

  /** Names with a minus behind those that are descending. */
  private static List<IndexTerm> terms(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(" "))
            .map(name -> new IndexTerm(Identifier.of(name.replace("-", "")), name.endsWith("-")))
            .toList();
  }
}
