package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchSetTest {
  private static final WatchSet WATCHED =
      WatchSet.of(List.of("orders", "order items", "Straße", "ÄRGER", "a$b", "t#1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "DELETE FROM ORDERS",
        "DELETE FROM\"orders\"",
        "DELETE FROM [Orders];",
        "DELETE FROM main.orders WHERE a=1",
        "INSERT INTO x VALUES ('orders')",
        "/*orders*/ DELETE FROM x",
        "DELETE FROM \"order items\"",
        "DELETE FROM items",
        "DELETE FROM straße",
        "DELETE FROM ärger",
        "DELETE FROM A$B",
        "UPDATE T#1 SET a = 1"
      })
  void aNameIsFoundAsAWordInAnyCaseAndAnyQuotes(String sql) {
    assertThat(WATCHED.isMentionedIn(sql, 0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "DELETE FROM order_s",
        "DELETE FROM my_orders",
        "DELETE FROM orders_2",
        "DELETE FROM ordersß",
        "DELETE FROM order1",
        "a $b",
        "\"or\"\"ders\""
      })
  void aPartOfAWordIsNotTheName(String sql) {
    assertThat(WATCHED.isMentionedIn(sql, 0)).isFalse();
  }

  @Test
  void theSearchBeginsWhereItIsTold() {
    assertThat(WATCHED.isMentionedIn("orders x", 0)).isTrue();
    assertThat(WATCHED.isMentionedIn("orders x", 6)).isFalse();
  }

  @Test
  void nothingIsFoundInAnEmptySet() {
    assertThat(WatchSet.of(List.of()).isEmpty()).isTrue();
    assertThat(WatchSet.of(List.of()).isMentionedIn("DELETE FROM orders", 0)).isFalse();
    assertThat(WATCHED.isEmpty()).isFalse();
  }

  @Test
  void everyOneOfManyNamesIsFoundAndNoOther() {
    List<String> names = IntStream.range(0, 5_000).mapToObj(i -> "table_" + i).toList();
    WatchSet many = WatchSet.of(names);
    assertThat(names).allMatch(name -> many.isMentionedIn("DELETE FROM " + name, 0));
    assertThat(IntStream.range(5_000, 10_000).mapToObj(i -> "DELETE FROM table_" + i))
        .noneMatch(sql -> many.isMentionedIn(sql, 0));
  }

  @Test
  void manyWordsOfFewNamesHaveTheirPlace() {
    String name = IntStream.range(0, 200).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    WatchSet one = WatchSet.of(List.of(name));
    assertThat(one.isMentionedIn("DELETE FROM w199", 0)).isTrue();
    assertThat(one.isMentionedIn("DELETE FROM w200", 0)).isFalse();
  }
}
