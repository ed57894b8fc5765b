package org.mview.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query.From;
import org.mview.sql.Query.TableSource;
import org.mview.sql.Same;
import org.mview.sql.Type;

/** From few rows to the next table by an equality, by a key if there is one. */
class JoinOrderTest {
  private static Block.Source source(String alias, String... key) {
    From from = new From(new TableSource(QualifiedName.of(alias)), Identifier.of(alias), false);
    return new Block.Source(
        from,
        key.length == 0
            ? List.of()
            : List.of(Stream.of(key).<Expression>map(k -> column(alias, k)).toList()));
  }

  private static Qualified column(String table, String name) {
    return new Qualified(Identifier.of(table), Identifier.of(name));
  }

  private static Expression equal(String left, String right) {
    return Fragment.equal(of(left), of(right));
  }

  private static Qualified of(String name) {
    int dot = name.indexOf('.');
    return column(name.substring(0, dot), name.substring(dot + 1));
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        arguments(
            "what an equality links comes before what would be multiplied",
            List.of(source("log"), source("far"), source("near")),
            List.of(equal("log.a", "near.x"), equal("near.y", "far.x")),
            "log, near, far"),
        arguments(
            "what is found by its key comes before what only matches",
            List.of(source("log"), source("many", "id"), source("one", "id")),
            List.of(equal("log.a", "many.parent"), equal("one.id", "log.b")),
            "log, one, many"),
        arguments(
            "a row at hand is there before all tables",
            List.of(source("far", "id"), source("many"), source("near", "id")),
            List.of(equal("near.id", "NEW.a"), equal("many.x", "NEW.a"), equal("near.y", "far.id")),
            "near, far, many"),
        arguments(
            "a part of a key finds many rows",
            List.of(source("log"), source("part", "id", "line"), source("one", "id")),
            List.of(equal("log.a", "part.id"), equal("log.b", "one.id")),
            "log, one, part"),
        arguments(
            "a whole key may come from several tables",
            List.of(source("log"), source("item", "id", "line"), source("order", "id")),
            List.of(
                equal("log.a", "order.id"),
                equal("item.id", "order.id"),
                equal("item.line", "log.b")),
            "log, order, item"),
        arguments(
            "a comparison that is no equality links nothing",
            List.of(source("log"), source("range", "id"), source("linked")),
            List.of(
                Fragment.of("{} < {}", of("range.id"), of("log.a")), equal("linked.x", "log.a")),
            "log, linked, range"),
        arguments(
            "equality of NULLs links, too",
            List.of(source("log"), source("other"), source("same")),
            List.of(new Same(of("same.x"), of("log.a"))),
            "log, same, other"),
        arguments(
            "so does that of a container's key",
            List.of(source("log"), source("other"), source("container")),
            List.of(new KeyEqual(of("container.x"), of("log.a"), Type.ANY)),
            "log, container, other"),
        arguments(
            "an expression over what is known links a column",
            List.of(source("log"), source("other"), source("next", "id")),
            List.of(Fragment.equal(Fragment.of("{} + 1", of("log.a")), of("next.id"))),
            "log, next, other"),
        arguments(
            "an expression over a column finds no row by it",
            List.of(source("log"), source("other"), source("next", "id")),
            List.of(Fragment.equal(Fragment.of("{} + 1", of("next.id")), of("log.a"))),
            "log, other, next"),
        arguments(
            "equals keep their order",
            List.of(source("log"), source("a", "id"), source("b", "id")),
            List.of(equal("a.id", "log.x"), equal("b.id", "log.y")),
            "log, a, b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void fromFewRows(String name, List<Block.Source> sources, List<Expression> where, String order) {
    List<From> from = JoinOrder.of(block(sources, where, true));
    assertThat(aliases(from)).isEqualTo(order);
    assertThat(from.get(0).last()).isFalse();
    assertThat(from.subList(1, from.size())).allMatch(From::last);
  }

  @Test
  void withoutASmallStartTheOrderIsThePlanners() {
    List<Block.Source> sources = List.of(source("b"), source("a", "id"));
    List<From> from = JoinOrder.of(block(sources, List.of(equal("a.id", "b.x")), false));
    assertThat(aliases(from)).isEqualTo("b, a");
    assertThat(from).noneMatch(From::last);
  }

  private static Block block(List<Block.Source> sources, List<Expression> where, boolean small) {
    Block first = Block.of(sources.get(0), Map.of(), small);
    Block block = first;
    for (Block.Source source : sources.subList(1, sources.size())) {
      block = block.joined(Block.of(source, Map.of(), false));
    }
    return block.withWhere(where);
  }

  private static String aliases(List<From> from) {
    return from.stream().map(f -> f.alias().text()).collect(Collectors.joining(", "));
  }
}
