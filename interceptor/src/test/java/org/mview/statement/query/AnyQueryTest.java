package org.mview.statement.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.Functions;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/** Whatever query comes in: it is understood or not, soon, on a small stack. */
class AnyQueryTest {
  /** Far more than it takes, on any machine; far less than it would take if it grew faster. */
  private static final Duration SOON = Duration.ofSeconds(5);

  /** As long as somebody else may keep the machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Less than any thread of an application has. */
  private static final long SMALL_STACK = 256 * 1024;

  private static final Master ORDERS =
      new Master.Rows(
          new Table(
              QualifiedName.of("orders"),
              List.of(
                  new TableColumn(Identifier.of("id"), Type.COUNT),
                  new TableColumn(
                      Identifier.of("amount"), Type.ANY.arithmetic(Arithmetic.BY_VALUE))),
              List.of(List.of(Identifier.of("id")))));

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("parentheses", item(around("(", "id", ")", 59))),
        arguments("calls", item(around("upper(", "id", ")", 59))),
        arguments("sums in parentheses", item(around("(1 + ", "id", ")", 59))),
        arguments("cases", item(around("case when id = 1 then ", "0", " else 1 end", 1_500))),
        arguments(
            "cases in parentheses",
            item(around("(case when id = 1 then ", "0", " else 1 end)", 58))),
        arguments("minuses", item("- ".repeat(20_000) + "id")),
        arguments("a sum", item("id" + " + id".repeat(12_000))),
        arguments("a text", item("id" + " || id".repeat(9_000))),
        arguments("values in a list", where("id in (" + "1, ".repeat(20_000) + "1)")),
        arguments("nots", where("not ".repeat(15_000) + "id = 1")),
        arguments("nots in parentheses", where(around("not (", "id = 1", ")", 59))),
        arguments("ors", where("id = 1" + " or id = 1".repeat(6_000))),
        arguments("ands", where("id = 1" + " and id = 1".repeat(5_900))),
        arguments("ors in parentheses", where(around("(id = 1 or ", "id = 2", ")", 59))),
        arguments(
            "betweens", where("id between 1 and 2" + " and id between 1 and 2".repeat(2_500))),
        arguments("columns", "select id" + ", amount".repeat(2_000) + " from orders"),
        arguments("queries in FROM", around("select * from (", "select * from orders", ") q", 55)),
        arguments(
            "queries for a value",
            item(around("(select max(amount) from orders where id = ", "1", ")", 55))),
        arguments(
            "queries in EXISTS",
            where(around("exists (select 1 from orders where ", "id = 1", ")", 55))),
        arguments(
            "queries in IN",
            where(around("id in (select id from orders where ", "id = 1", ")", 55))),
        arguments(
            "unions", "select id from orders" + " union all select id from orders".repeat(2_000)),
        arguments(
            "distinct unions",
            "select id from orders" + " union select id from orders".repeat(2_000)),
        arguments(
            "unions in parentheses",
            around("(select id from orders union all ", "select id from orders", ")", 55)),
        arguments(
            "joins",
            "select o.id from orders o" + numbered(" join orders o%1$d on o%1$d.id = o.id", 1_200)),
        arguments(
            "left joins",
            "select o.id from orders o"
                + numbered(" left join orders o%1$d on o%1$d.id = o.id", 1_200)),
        arguments("commas", "select o.id from orders o" + numbered(", orders o%d", 4_000)),
        arguments(
            "windows", "select id" + ", rank() over (order by id)".repeat(2_000) + " from orders"),
        arguments("common tables", common("select * from c%1$d", 1_000)),
        arguments(
            "common tables read twice",
            common("select * from c%1$d union all select * from c%1$d", 60)),
        arguments(
            "common tables joined",
            common("select a.id, a.amount from c%1$d a join c%1$d b on a.id = b.id", 60)),
        arguments(
            "twenty common tables read twice",
            common("select * from c%1$d union all select * from c%1$d", 20)),
        arguments(
            "twenty common tables joined",
            common("select a.id, a.amount from c%1$d a join c%1$d b on a.id = b.id", 20)),
        arguments("no query", "(".repeat(30) + "select".repeat(5_000)),
        arguments("quotes", "select '" + "''".repeat(30_000)),
        arguments("a long text", item("'" + "x".repeat(60_000) + "'")));
  }

  private static String item(String expression) {
    return "select id, " + expression + " as e from orders";
  }

  private static String where(String condition) {
    return "select id from orders where " + condition;
  }

  private static String around(String before, String middle, String behind, int depth) {
    return before.repeat(depth) + middle + behind.repeat(depth);
  }

  private static String numbered(String template, int count) {
    return IntStream.range(0, count).mapToObj(template::formatted).collect(Collectors.joining());
  }

  private static String common(String query, int count) {
    String tables =
        IntStream.range(0, count)
            .mapToObj(i -> ", c%d as (%s)".formatted(i + 1, query.formatted(i)))
            .collect(Collectors.joining());
    return "with c0 as (select * from orders)" + tables + " select * from c" + count;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aQueryIsUnderstoodOrNotSoon(String name, String sql) throws InterruptedException {
    Reading reading = new Reading(sql);
    Thread thread = new Thread(null, reading, name, SMALL_STACK);
    thread.setDaemon(true);
    thread.start();
    thread.join(PATIENCE.toMillis());
    assertThat(reading.thrown).as(name).isNull();
    assertThat(reading.cost).as(name).isPositive().isLessThan(SOON);
  }

  /** On a thread of its own, as its stack is. */
  private static final class Reading implements Runnable {
    private final String sql;
    private volatile Duration cost = Duration.ZERO;
    private volatile @Nullable Throwable thrown;

    Reading(String sql) {
      this.sql = sql;
    }

    @Override
    public void run() {
      try {
        read(sql);
      } catch (SQLException | RuntimeException | StackOverflowError e) {
        thrown = e;
      }
      cost = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
  }

  private static Understanding read(String sql) throws SQLException {
    return DefiningQuery.of(
        sql,
        BinderTest.SQLITE,
        name -> ORDERS,
        (name, arguments) ->
            name.equals("upper") ? Functions.Kind.SCALAR : Functions.Kind.AGGREGATE);
  }
}
