package org.mview.statement.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Tree;
import org.mview.delta.Reason;

/** Outer joins, subqueries, set operators, windows and limits as algebra, and why some are none. */
class OperatorsTest {

  static Stream<Arguments> trees() {
    return Stream.of(
        arguments(
            "SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON c.id = o.customer AND c.name > 2",
            """
            project id := o_id, name := c_name
              left join c_id_2 = o_customer
                rows of orders
                filter c_name > 2
                  project c_id_2 := c_id, c_name
                    rows of customers
            """),
        arguments(
            "SELECT o.id, c.id FROM orders o RIGHT JOIN customers c ON c.id = o.customer",
            """
            project id := o_id_2, id_2 := c_id
              left join c_id = o_customer
                rows of customers
                project o_id_2 := o_id, o_customer, o_amount
                  rows of orders
            """),
        arguments(
            "SELECT id, o.amount FROM orders o FULL JOIN customers c USING (id)",
            """
            project id_2 := id, amount := o_amount
              project o_id_2, o_customer, o_amount, c_id_2, c_name, id := COALESCE(o_id_2, c_id_2)
                full join o_id_2 = c_id_2
                  project o_id_2 := o_id, o_customer, o_amount
                    rows of orders
                  project c_id_2 := c_id, c_name
                    rows of customers
            """),
        arguments(
            "SELECT id FROM orders WHERE customer IN (SELECT id FROM customers WHERE name = 'x')",
            """
            project id := orders_id
              semi join orders_customer = customers_id
                rows of orders
                filter customers_name = 'x'
                  rows of customers
            """),
        arguments(
            "SELECT id FROM orders WHERE customer NOT IN (SELECT name FROM customers)",
            """
            project id := orders_id
              anti join orders_customer = customers_name OR orders_customer IS NULL OR customers_name IS NULL
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders WHERE id NOT IN (SELECT id FROM customers)",
            """
            project id := orders_id
              anti join orders_id = customers_id
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders o WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer)",
            """
            project id := o_id
              anti join c_id = o_customer
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders WHERE amount > ALL (SELECT name FROM customers)",
            """
            project id := orders_id
              anti join orders_amount <= customers_name OR orders_amount IS NULL OR customers_name IS NULL
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders WHERE amount <= ANY (SELECT name FROM customers)",
            """
            project id := orders_id
              semi join orders_amount <= customers_name
                rows of orders
                rows of customers
            """),
        arguments(
            "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer AND EXISTS (SELECT 1 FROM orders p WHERE p.customer = c.id AND p.amount > o.amount))",
            """
            project id := o_id
              semi join p_amount > o_amount and c_id = o_customer
                rows of orders
                join p_customer = c_id
                  rows of customers
                  rows of orders
            """),
        arguments(
            "SELECT id FROM orders WHERE amount > (SELECT AVG(amount) FROM orders)",
            """
            project id := orders_id
              filter orders_amount > expression
                cross
                  rows of orders
                  project expression := avg
                    aggregate avg := AVG(orders_amount_2)
                      rows of orders
            """),
        arguments(
            "SELECT id FROM orders o WHERE amount > (SELECT AVG(p.amount) FROM orders p WHERE p.customer = o.customer)",
            """
            project id := o_id
              filter o_amount > avg
                join p_customer = o_customer
                  rows of orders
                  aggregate avg := AVG(p_amount) by p_customer
                    rows of orders
            """),
        arguments(
            "SELECT id, (SELECT COUNT(*) FROM orders o WHERE o.id = c.id) AS n FROM customers c",
            """
            project id := c_id, n := COALESCE(count_2, 0)
              left join o_id_2 = c_id
                rows of customers
                project o_id_2 := o_id, count_2 := count
                  aggregate count := COUNT(*) by o_id
                    rows of orders
            """),
        arguments(
            "SELECT id, (SELECT name FROM customers c WHERE c.id = o.customer) AS n FROM orders o",
            """
            project id := o_id, n := name
              left join c_id_2_2 = o_customer
                rows of orders
                project name, c_id_2_2 := c_id_2
                  project name := c_name, c_id_2 := c_id
                    rows of customers
            """),
        arguments(
            "SELECT id FROM orders o WHERE amount = 0 OR EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer)",
            """
            project id := o_id
              filter o_amount = 0 OR found_2 IS NOT NULL
                left join c_id_2 = o_customer
                  rows of orders
                  project c_id_2 := c_id, found_2 := found
                    aggregate found := COUNT(*) by c_id
                      rows of customers
            """),
        arguments(
            "SELECT customer FROM orders INTERSECT SELECT id FROM customers",
            """
            project customer_2_2 := customer_2_3
              filter left_4 > 0 and right_4 > 0
                aggregate left_4 := SUM(left), right_4 := SUM(right), customer_2_3 := MIN(CASE WHEN left = 1 THEN customer_2 END) by customer_2
                  union all
                    project customer, left_2 := 1, right_2 := 0
                      project customer := orders_customer
                        rows of orders
                    project id, left_3 := 0, right_3 := 1
                      project id := customers_id
                        rows of customers
            """),
        arguments(
            "SELECT id FROM orders EXCEPT SELECT id FROM customers",
            """
            project id_3_2 := id_3
              filter left_4 > 0 and right_4 = 0
                aggregate left_4 := SUM(left), right_4 := SUM(right) by id_3
                  union all
                    project id, left_2 := 1, right_2 := 0
                      project id := orders_id
                        rows of orders
                    project id_2, left_3 := 0, right_3 := 1
                      project id_2 := customers_id
                        rows of customers
            """),
        arguments(
            "SELECT id, SUM(amount) OVER (PARTITION BY customer ORDER BY id) AS s FROM orders",
            """
            project id := orders_id, s := sum
              window sum := SUM(orders_amount) OVER (PARTITION BY orders_customer ORDER BY orders_id) by orders_customer
                rows of orders
            """),
        arguments(
            "SELECT customer, SUM(amount), RANK() OVER (ORDER BY SUM(amount)) FROM orders GROUP BY customer",
            """
            project customer := orders_customer, expression := sum, expression_2 := rank
              window rank := RANK() OVER (ORDER BY sum)
                aggregate sum := SUM(orders_amount) by orders_customer
                  rows of orders
            """),
        arguments(
            "SELECT id FROM orders ORDER BY amount DESC, id LIMIT 3 OFFSET 1",
            """
            project id := orders_id
              first 3 after 1 by orders_amount DESC, orders_id
                rows of orders
            """),
        arguments(
            "SELECT customer, (SELECT p.id FROM orders p WHERE p.customer = o.customer ORDER BY p.id LIMIT 1) AS p FROM orders o",
            """
            project customer := o_customer, p := id_2
              left join p_customer_2 = o_customer
                rows of orders
                project id_2 := id, p_customer_2
                  project id := p_id, p_customer_2 := p_customer
                    filter row_number = 1
                      window row_number := ROW_NUMBER() OVER (PARTITION BY p_customer ORDER BY p_id) by p_customer
                        rows of orders
            """),
        arguments(
            "SELECT COUNT(*) FILTER (WHERE amount > 9), MAX(amount) FILTER (WHERE id > 1) FROM orders",
            """
            project expression := count, expression_2 := max
              aggregate count := COUNT(CASE WHEN orders_amount > 9 THEN 1 END), max := MAX(CASE WHEN orders_id > 1 THEN orders_amount END)
                rows of orders
            """),
        arguments(
            "SELECT x.i FROM (SELECT id, name FROM customers) AS x(i, n)",
            """
            project i := id
              project id := customers_id, name := customers_name
                rows of customers
            """),
        arguments(
            "SELECT o.id FROM orders o JOIN (VALUES (1), (2)) AS v(a) ON v.a = o.id",
            """
            project id := o_id
              join column1_3 = o_id
                rows of orders
                union all
                  project column1 := 1
                    aggregate nothing := COUNT(*)
                      nothing
                  project column1_2 := 2
                    aggregate nothing_2 := COUNT(*)
                      nothing
            """),
        arguments(
            "SELECT \"a.b\".id FROM orders AS \"a.b\"",
            """
            project id := a.b_id
              rows of orders
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trees")
  void theQueryIs(String sql, String tree) throws SQLException {
    assertThat(BinderTest.bind(sql)).isInstanceOf(Understanding.Clear.class);
    assertThat(Tree.of(((Understanding.Clear) BinderTest.bind(sql)).relation())).isEqualTo(tree);
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        arguments(
            "SELECT id FROM orders, LATERAL (SELECT 1) AS x", "LATERAL: LATERAL(SELECT 1) AS x"),
        arguments(
            "SELECT id FROM orders INTERSECT ALL SELECT id FROM customers",
            "INTERSECT ALL is not understood"),
        arguments(
            "SELECT id FROM orders EXCEPT ALL SELECT id FROM customers",
            "EXCEPT ALL is not understood"),
        arguments("SELECT id FROM orders LIMIT 2 + 1", "a limit that is no number: 2 + 1"),
        arguments("SELECT id FROM orders LIMIT -1", "a limit that is no number: -1"),
        arguments("SELECT id FROM orders OFFSET 3", "OFFSET without LIMIT:  OFFSET 3"),
        arguments(
            "SELECT id FROM orders ORDER BY amount FETCH FIRST 3 ROWS WITH TIES",
            "a limit that is not understood:  FETCH FIRST 3 ROWS WITH TIES"),
        arguments(
            "SELECT customer FROM orders ORDER BY customer LIMIT 3",
            "LIMIT without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id FROM orders ORDER BY id COLLATE NOCASE LIMIT 3",
            "LIMIT without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) FROM orders",
            "ROW_NUMBER() OVER (…) without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id, LAG(amount) OVER (ORDER BY customer) FROM orders",
            "LAG(orders.amount) OVER (…) without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id, SUM(amount) OVER (ORDER BY amount ROWS UNBOUNDED PRECEDING) FROM orders",
            "SUM(orders.amount) OVER (…) without a total order: add orders.id to ORDER BY"),
        arguments(
            "SELECT id FROM orders WHERE RANK() OVER (ORDER BY id) = 1",
            "RANK() OVER (ORDER BY id) where no window function can be"),
        arguments(
            "SELECT id, (SELECT name FROM customers) AS n FROM orders",
            "a subquery that may have more than one row: (SELECT name FROM customers)"),
        arguments(
            "SELECT id, (SELECT name FROM customers c WHERE c.name = o.amount) AS n FROM orders o",
            "a subquery that may have more than one row: (SELECT name FROM customers c WHERE c.name = o.amount)"),
        arguments(
            "SELECT id, (SELECT SUM(p.amount) FROM orders p WHERE p.id < o.id) AS n FROM orders o",
            "a subquery that is computed for each row is linked to it by p.id < o.id: that is no equality, or one of other types"),
        arguments(
            "SELECT id, (SELECT id, name FROM customers) AS n FROM orders",
            "a subquery that may have more than one row: (SELECT id, name FROM customers)"),
        arguments(
            "SELECT id FROM orders o WHERE amount = 1 OR EXISTS (SELECT 1 FROM orders p WHERE p.id < o.id)",
            "a subquery that is computed for each row is linked to it by p.id < o.id: that is no equality, or one of other types"),
        arguments(
            "SELECT id FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE NOT EXISTS (SELECT 1 FROM orders p WHERE p.id = o.id AND p.customer = c.id))",
            "a subquery that depends on a query further out than the next"),
        arguments(
            "SELECT id FROM orders WHERE (id, amount) IN (SELECT id FROM customers)",
            "2 values are compared with 1 columns: [id, amount]"),
        arguments(
            "SELECT id FROM orders o WHERE id IN (SELECT id FROM customers UNION SELECT p.id FROM orders p WHERE p.customer = o.customer)",
            "column o.customer is not known"),
        arguments(
            "SELECT id FROM orders o WHERE id IN (SELECT q.id FROM (SELECT id FROM customers c WHERE c.id = o.id) AS q)",
            "column o.id is not known"),
        arguments(
            "SELECT o.id FROM orders o FULL JOIN customers c ON o.id IN (SELECT id FROM orders)",
            "a subquery in ON of a full join: [o.id IN (SELECT id FROM orders)]"),
        arguments("SELECT id, RANK() OVER w FROM orders", "window w is not known"),
        arguments(
            "SELECT id FROM orders GROUP BY ROLLUP (id)",
            "function ROLLUP is not known to be deterministic"),
        arguments(
            "SELECT id, SUM(amount) OVER (ORDER BY id ROWS BETWEEN amount PRECEDING AND CURRENT ROW) FROM orders",
            "a frame that is not understood: ROWS BETWEEN amount PRECEDING AND CURRENT ROW"),
        arguments(
            "SELECT id FROM orders WHERE customer MATCH 'x'",
            "the syntax of the query is not understood"),
        arguments("SELECT \"orders.id\" FROM orders", "column orders.id is not known"),
        arguments(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT id FROM orders, n",
            "WITH n is recursive"),
        arguments(
            "WITH n(i, j) AS (SELECT id FROM orders) SELECT i FROM n",
            "WITH n names 2 columns of 1"),
        arguments(
            "SELECT first_value(amount) IGNORE NULLS OVER (ORDER BY id) FROM orders",
            "an expression that is not understood: first_value(amount)  IGNORE NULLS OVER (ORDER BY id)"),
        arguments(
            "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c LEFT JOIN orders p ON p.id = o.id)",
            "o.id of the query around a subquery is used where it cannot be"),
        arguments(
            "SELECT d.nr FROM (SELECT o.id AS nr, o.amount * 2 FROM orders o) AS d WHERE 3 > (SELECT SUM(p.amount) FROM orders p WHERE p.id < d.nr)",
            "a subquery that is computed for each row is linked to it by p.id < nr: that is no equality, or one of other types"),
        arguments(
            "SELECT DISTINCT customer FROM orders ORDER BY id LIMIT 2",
            "DISTINCT in the order of something else: orders.id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  void theQueryIsNotUnderstoodBecause(String sql, String reason) throws SQLException {
    assertThat(BinderTest.bind(sql))
        .isEqualTo(new Understanding.Unclear(List.of(new Reason(reason))));
  }
}
