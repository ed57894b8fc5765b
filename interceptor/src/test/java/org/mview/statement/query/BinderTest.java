package org.mview.statement.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.algebra.Tree;
import org.mview.delta.Reason;
import org.mview.dialect.Functions;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;
import org.mview.statement.LexicalRules;

/** Defining queries and the algebra that they are, and why some are not. */
class BinderTest {
  private static final Type KEY = Type.COUNT;
  private static final Type NUMBER = Type.ANY.arithmetic(Arithmetic.BY_VALUE);

  private static final Map<String, Master> MASTERS =
      Map.of(
          "orders", table("orders", "id", "customer", "amount"),
          "customers", table("customers", "id", "name"),
          "big_orders", new Master.Expanded("SELECT id, amount FROM orders WHERE amount > 100"),
          "broken", new Master.Expanded("SELECT FROM WHERE"),
          "endless", new Master.Expanded("SELECT * FROM endless"),
          "far", new Master.Closed("table far is in another file"));

  private static final Map<String, Functions.Kind> FUNCTIONS =
      Map.ofEntries(
          Map.entry("count", Functions.Kind.AGGREGATE),
          Map.entry("sum", Functions.Kind.AGGREGATE),
          Map.entry("avg", Functions.Kind.AGGREGATE),
          Map.entry("rank", Functions.Kind.AGGREGATE),
          Map.entry("row_number", Functions.Kind.AGGREGATE),
          Map.entry("lag", Functions.Kind.AGGREGATE),
          Map.entry("first_value", Functions.Kind.AGGREGATE),
          Map.entry("max", Functions.Kind.AGGREGATE),
          Map.entry("group_concat", Functions.Kind.AGGREGATE),
          Map.entry("upper", Functions.Kind.SCALAR),
          Map.entry("coalesce", Functions.Kind.SCALAR),
          Map.entry("random", Functions.Kind.VOLATILE));

  private static Master table(String name, String... columns) {
    List<TableColumn> all =
        Stream.of(columns)
            .map(c -> new TableColumn(Identifier.of(c), c.equals("id") ? KEY : NUMBER))
            .toList();
    return new Master.Rows(
        new Table(QualifiedName.of(name), all, List.of(List.of(Identifier.of("id")))));
  }

  static Stream<Arguments> understood() {
    return Stream.of(
        arguments(
            "SELECT id, amount AS a, amount * 2 FROM orders",
            """
            project id := orders_id, a := orders_amount, expression := orders_amount * 2
              rows of orders
            """),
        arguments(
            "SELECT * FROM orders WHERE amount > 9 AND (customer = 1 OR customer IS NULL)",
            """
            project id := orders_id, customer := orders_customer, amount := orders_amount
              filter orders_amount > 9 and orders_customer = 1 OR orders_customer IS NULL
                rows of orders
            """),
        arguments(
            "SELECT \"ID\", [amount], `customer` FROM \"Orders\"",
            """
            project ID := Orders_id, amount := Orders_amount, customer := Orders_customer
              rows of orders
            """),
        arguments(
            "SELECT o.id, c.name FROM orders o, customers AS c WHERE o.customer = c.id",
            """
            project id := o_id, name := c_name
              filter o_customer = c_id
                cross
                  rows of orders
                  rows of customers
            """),
        arguments(
            "SELECT o.*, name FROM orders o JOIN customers c ON o.customer = c.id AND amount > 9",
            """
            project id := o_id, customer := o_customer, amount := o_amount, name := c_name
              join o_customer = c_id and o_amount > 9
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id, name, amount FROM orders JOIN customers USING (id)",
            """
            project id := orders_id, name := customers_name, amount := orders_amount
              join orders_id = customers_id
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders NATURAL JOIN customers",
            """
            project id := orders_id
              join orders_id = customers_id
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT a.id, b.id FROM orders a CROSS JOIN orders b",
            """
            project id := a_id, id_2 := b_id
              cross
                rows of orders
                rows of orders
            """),
        arguments(
            "SELECT customer, SUM(amount), COUNT(*), COUNT(amount) + 1 AS n FROM orders GROUP BY 1",
            """
            project customer := orders_customer, expression := sum, expression_2 := count, n := count_2 + 1
              aggregate sum := SUM(orders_amount), count := COUNT(*), count_2 := COUNT(orders_amount) by orders_customer
                rows of orders
            """),
        arguments(
            "SELECT upper(customer) AS u, MAX(amount) FROM orders GROUP BY upper(customer)",
            """
            project u := key, expression := max
              aggregate max := MAX(orders_amount) by key
                project orders_amount, key := upper(orders_customer)
                  rows of orders
            """),
        arguments(
            "SELECT amount / 10 AS tens, COUNT(*) FROM orders GROUP BY tens",
            """
            project tens := key, expression := count
              aggregate count := COUNT(*) by key
                project key := orders_amount / 10
                  rows of orders
            """),
        arguments(
            "SELECT SUM(amount) FROM orders HAVING COUNT(*) > 2",
            """
            project expression := sum
              filter count > 2
                aggregate sum := SUM(orders_amount), count := COUNT(*)
                  rows of orders
            """),
        arguments(
            "SELECT customer FROM orders GROUP BY customer HAVING SUM(amount) > 9 AND customer > 0",
            """
            project customer := orders_customer
              filter sum > 9 and orders_customer > 0
                aggregate sum := SUM(orders_amount) by orders_customer
                  rows of orders
            """),
        arguments(
            "SELECT COUNT(DISTINCT customer), group_concat(amount, ';'), sum(DISTINCT amount) FROM orders",
            """
            project expression := count, expression_2 := group_concat, expression_3 := sum
              aggregate count := COUNT(DISTINCT orders_customer), group_concat := group_concat(orders_amount, ';'), sum := sum(DISTINCT orders_amount)
                rows of orders
            """),
        arguments(
            "SELECT DISTINCT customer FROM orders",
            """
            distinct customer
              project customer := orders_customer
                rows of orders
            """),
        arguments(
            "SELECT id FROM orders UNION ALL SELECT id FROM customers",
            """
            union all
              project id := orders_id
                rows of orders
              project id_2 := customers_id
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders UNION SELECT id FROM customers",
            """
            distinct id_3
              union all
                project id := orders_id
                  rows of orders
                project id_2 := customers_id
                  rows of customers
            """),
        arguments(
            "SELECT x.n FROM (SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer) AS x",
            """
            project n_2 := n
              project customer := orders_customer, n := count
                aggregate count := COUNT(*) by orders_customer
                  rows of orders
            """),
        arguments(
            "WITH big AS (SELECT * FROM orders WHERE amount > 100) SELECT a.id FROM big a, big b",
            """
            project id_3 := id
              cross
                project id := orders_id, customer := orders_customer, amount := orders_amount
                  filter orders_amount > 100
                    rows of orders
                project id_2 := orders_id_2, customer_2 := orders_customer_2, amount_2 := orders_amount_2
                  filter orders_amount_2 > 100
                    rows of orders
            """),
        arguments(
            "WITH orders AS (SELECT * FROM orders WHERE amount > 1) SELECT id FROM orders",
            """
            project id_2 := id
              project id := orders_id, customer := orders_customer, amount := orders_amount
                filter orders_amount > 1
                  rows of orders
            """),
        arguments(
            "SELECT b.id FROM big_orders b",
            """
            project id_2 := id
              project id := orders_id, amount := orders_amount
                filter orders_amount > 100
                  rows of orders
            """),
        arguments(
            "SELECT id FROM orders ORDER BY amount",
            """
            project id := orders_id
              rows of orders
            """),
        arguments(
            "SELECT CASE WHEN amount > 9 THEN 'big' ELSE 'small' END AS s, CAST(id AS TEXT) AS t FROM orders",
            """
            project s := CASE WHEN orders_amount > 9 THEN 'big' ELSE 'small' END, t := CAST(orders_id AS TEXT)
              rows of orders
            """),
        arguments(
            "SELECT id FROM orders WHERE amount BETWEEN 1 AND 9 AND id NOT IN (1, 2) AND customer LIKE 'a%' ESCAPE '!'",
            """
            project id := orders_id
              filter orders_amount BETWEEN 1 AND 9 and orders_id NOT IN (1, 2) and orders_customer LIKE 'a%' ESCAPE '!'
                rows of orders
            """),
        arguments(
            "SELECT id FROM orders -- a comment\nWHERE /* another */ amount > 9",
            """
            project id := orders_id
              filter orders_amount > 9
                rows of orders
            """),
        arguments(
            "(SELECT id FROM orders)",
            """
            project id := orders_id
              rows of orders
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("understood")
  void theQueryIs(String sql, String tree) throws SQLException {
    assertThat(bind(sql)).isInstanceOf(Understanding.Clear.class);
    assertThat(Tree.of(((Understanding.Clear) bind(sql)).relation())).isEqualTo(tree);
  }

  /** Every kind of reason that there is. */
  static Stream<Arguments> notUnderstood() {
    return Stream.of(
        arguments("SELECT FROM", "the syntax of the query is not understood"),
        arguments("INSERT INTO orders VALUES (1)", "the syntax of the query is not understood"),
        arguments(
            "SELECT id FROM orders WHERE customer MATCH 'x'",
            "the syntax of the query is not understood"),
        arguments(
            "SELECT id FROM orders INDEXED BY i WHERE id > 2",
            "the syntax of the query is not understood"),
        arguments(
            "SELECT " + "(".repeat(70) + "id" + ")".repeat(70) + " FROM orders",
            "parentheses are nested more than 60 deep"),
        arguments(
            "SELECT id" + " + id".repeat(1_001) + " FROM orders",
            "it has more than 1000 operators"),
        arguments(
            "SELECT a.id FROM orders a" + " CROSS JOIN orders".repeat(201),
            "more than 200 tables are joined"),
        arguments(
            "SELECT a.id FROM orders a" + ", orders".repeat(200), "it reads more than 200 tables"),
        arguments(
            "SELECT '" + "x".repeat(70_000) + "' FROM orders",
            "the query is longer than 65536 characters"),
        arguments("SELECT 1", "the query reads no table"),
        arguments("SELECT nothing FROM orders", "column nothing is not known"),
        arguments("SELECT x.id FROM orders o", "column x.id is not known"),
        arguments("SELECT orders.id FROM orders o", "column orders.id is not known"),
        arguments("SELECT id FROM orders, customers", "column id is ambiguous"),
        arguments("SELECT a.id FROM orders a, orders a", "column a.id is ambiguous"),
        arguments(
            "SELECT customer, amount FROM orders GROUP BY customer",
            "column orders.amount is neither grouped nor aggregated"),
        arguments(
            "SELECT id FROM orders WHERE SUM(amount) > 9", "SUM(amount) where no aggregate can be"),
        arguments("SELECT SUM(amount) FROM orders GROUP BY 2", "GROUP BY 2 names no column"),
        arguments("SELECT SUM(amount) FROM orders GROUP BY 0", "GROUP BY 0 names no column"),
        arguments("SELECT random() FROM orders", "random() gives another value at another time"),
        arguments(
            "SELECT CURRENT_TIMESTAMP FROM orders",
            "CURRENT_TIMESTAMP gives another value at another time"),
        arguments(
            "SELECT mystery(id) FROM orders", "function mystery is not known to be deterministic"),
        arguments("SELECT id FROM orders WHERE id = ?", "an expression that is not understood: ?"),
        arguments(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
            "WITH n is recursive"),
        arguments("SELECT id FROM broken", "view broken is not understood"),
        arguments("SELECT id FROM endless", "queries are nested more than 24 deep"),
        arguments("SELECT id FROM far", "table far is in another file"),
        arguments("VALUES (1), (2)", "the query reads no table"),
        arguments(
            "SELECT id FROM orders LIMIT 3",
            "LIMIT without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id FROM orders UNION ALL SELECT id FROM customers LIMIT 3",
            "LIMIT of a set operation without ORDER BY"),
        arguments(
            "SELECT value FROM json_each('[1]')",
            "something in FROM that is not understood: json_each('[1]')"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notUnderstood")
  void theQueryIsNotUnderstoodBecause(String sql, String reason) throws SQLException {
    assertThat(bind(sql)).isEqualTo(new Understanding.Unclear(List.of(new Reason(reason))));
  }

  @Test
  void aTableThatIsNotThereIsAnErrorAndNoReason() {
    assertThatThrownBy(() -> bind("SELECT id FROM ordres"))
        .isInstanceOf(MViewException.class)
        .hasMessageContaining("table or view ordres does not exist");
  }

  @Test
  void columnsHaveTheNamesThatTheQueryGivesThem() throws SQLException {
    Understanding.Clear query =
        (Understanding.Clear)
            bind(
                "SELECT o.Id, amount AS \"The Amount\", amount + 1, c.* FROM orders o, customers c");
    assertThat(query.names())
        .containsExactly(
            Optional.of("Id"),
            Optional.of("The Amount"),
            Optional.empty(),
            Optional.of("id"),
            Optional.of("name"));
  }

  static final Language SQLITE =
      new Language(
          LexicalRules.SQLITE,
          UnaryOperator.identity(),
          false,
          false,
          false,
          false,
          false,
          false,
          false);

  static Understanding bind(String sql) throws SQLException {
    return DefiningQuery.of(
        sql,
        SQLITE,
        name -> {
          Master master = MASTERS.get(name.name().text().toLowerCase(Locale.ROOT));
          if (master == null) {
            throw MViewError.TABLE_MISSING.of(name);
          }
          return master;
        },
        (name, arguments) -> FUNCTIONS.getOrDefault(name, Functions.Kind.UNKNOWN));
  }
}
