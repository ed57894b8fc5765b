package org.mview.command;

/** A query a line. */
final class MeaningQueries {
  private MeaningQueries() {}

  static final String ALL =
      """
      -- outer joins
      SELECT t.id, u.id, u.x FROM t LEFT JOIN u ON u.t = t.id
      SELECT t.id, u.id, u.x FROM t LEFT OUTER JOIN u ON u.t = t.id AND u.x > 1 AND t.y > 1
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.k > t.k
      SELECT t.id, u.id FROM t RIGHT JOIN u ON u.t = t.id
      SELECT * FROM t RIGHT JOIN u ON u.t = t.id AND t.x = 2
      SELECT t.id, u.id FROM t FULL JOIN u ON u.t = t.id
      SELECT * FROM t FULL OUTER JOIN u ON u.t = t.id AND u.x <> t.x
      SELECT t.id, u.id, w.m FROM t LEFT JOIN u ON u.t = t.id LEFT JOIN w ON w.k = u.k
      SELECT t.id, u.id, w.m FROM t LEFT JOIN (u JOIN w ON w.k = u.k) ON u.t = t.id
      SELECT t.id, u.id, w.m FROM (t LEFT JOIN u ON u.t = t.id) JOIN w ON w.k = u.k
      SELECT t.id, u.id, w.m FROM (t JOIN u ON u.t = t.id) RIGHT JOIN w ON w.k = u.k AND w.m = t.y
      SELECT t.id, u.id FROM t LEFT JOIN u ON 1
      SELECT t.id, u.id FROM t LEFT JOIN u
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.t = t.id WHERE u.id IS NULL
      SELECT t.id, COALESCE(u.x, -1) FROM t LEFT JOIN u ON u.t = t.id WHERE u.x IS NULL OR u.x > 1
      SELECT t.k, COUNT(*), COUNT(u.id), SUM(u.x) FROM t LEFT JOIN u ON u.t = t.id GROUP BY t.k
      SELECT DISTINCT u.k FROM t LEFT JOIN u ON u.t = t.id
      SELECT a.id, b.id, c.id FROM t a LEFT JOIN t b ON b.id = a.k FULL JOIN t c ON c.id = b.x
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.t = t.id AND u.x > (SELECT AVG(x) FROM u)
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.t = t.id AND u.k IN (SELECT k FROM w)
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.t = t.id AND NOT EXISTS (SELECT 1 FROM w WHERE w.k = u.k)
      SELECT t.id, u.id FROM t JOIN u ON u.t = t.id AND EXISTS (SELECT 1 FROM w WHERE w.k = u.k AND w.m = t.y)
      SELECT t.id, bag.x FROM t LEFT JOIN bag ON bag.v = t.x
      SELECT t.id, bag.x FROM t LEFT JOIN bag ON t.s = bag.v
      SELECT t.id, u.id FROM t LEFT JOIN u ON t.n = u.s
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.s = t.n
      SELECT t.id, q.x FROM t LEFT JOIN (SELECT t, x FROM u) AS q ON q.t = t.id
      SELECT p.x, q.x FROM (SELECT k, x FROM t) AS p FULL JOIN (SELECT t, x FROM u) AS q ON q.t = p.k
      SELECT t.id, u.id FROM t FULL JOIN u ON u.t = t.id ORDER BY t.id, u.id LIMIT 4
      -- USING, NATURAL
      SELECT * FROM t JOIN u USING (k)
      SELECT k, t.k, u.k FROM t JOIN u USING (k)
      SELECT * FROM t LEFT JOIN u USING (k)
      SELECT k, t.k, u.k, t.id FROM t LEFT JOIN u USING (k)
      SELECT * FROM t RIGHT JOIN u USING (k)
      SELECT k, t.k, u.k FROM t RIGHT JOIN u USING (k)
      SELECT * FROM t FULL JOIN u USING (k)
      SELECT k, t.k, u.k, t.*, u.* FROM t FULL JOIN u USING (k, x)
      SELECT * FROM t NATURAL JOIN u
      SELECT * FROM t NATURAL LEFT JOIN w
      SELECT * FROM t NATURAL RIGHT JOIN w
      SELECT * FROM t NATURAL FULL JOIN w
      SELECT * FROM t LEFT JOIN u USING (k) LEFT JOIN w USING (k)
      SELECT k, m FROM t FULL JOIN u USING (k) FULL JOIN w USING (k)
      SELECT k, m FROM t RIGHT JOIN u USING (k) JOIN w USING (k)
      SELECT k, COUNT(*) FROM t FULL JOIN u USING (k) GROUP BY k
      SELECT n, t.n, u.n FROM t RIGHT JOIN u USING (n)
      SELECT n FROM t LEFT JOIN u USING (n)
      -- IN, NOT IN
      SELECT id FROM t WHERE k IN (SELECT k FROM u)
      SELECT id FROM t WHERE k NOT IN (SELECT k FROM u)
      SELECT id FROM t WHERE y NOT IN (SELECT k FROM w)
      SELECT id FROM t WHERE k NOT IN (SELECT k FROM w)
      SELECT id FROM t WHERE y NOT IN (SELECT k FROM u WHERE k IS NOT NULL)
      SELECT id FROM t WHERE NOT k IN (SELECT k FROM u WHERE u.x > 1)
      SELECT id FROM t WHERE k IN (SELECT u.k FROM u WHERE u.x = t.x)
      SELECT id FROM t WHERE k NOT IN (SELECT u.k FROM u WHERE u.x = t.x)
      SELECT id FROM t WHERE k NOT IN (SELECT u.k FROM u WHERE u.x < t.x OR t.x IS NULL)
      SELECT id FROM t WHERE x + 1 IN (SELECT k * 2 FROM u)
      SELECT id FROM t WHERE (k, x) IN (SELECT k, x FROM u)
      SELECT id FROM t WHERE (k, x) NOT IN (SELECT k, x FROM u)
      SELECT id FROM t WHERE (k, x) NOT IN (SELECT k, x FROM u WHERE u.t = t.y)
      SELECT id FROM t WHERE (y, k) NOT IN (SELECT m, k FROM w)
      SELECT id FROM t WHERE k IN (SELECT k FROM bag) AND x NOT IN (SELECT x FROM bag WHERE x > 1)
      SELECT id FROM t WHERE k IN (SELECT DISTINCT k FROM u)
      SELECT id FROM t WHERE k IN (SELECT k FROM u GROUP BY k HAVING COUNT(*) > 1)
      SELECT id FROM t WHERE k IN (SELECT MAX(k) FROM u)
      SELECT id FROM t WHERE x IN (SELECT MAX(x) FROM u WHERE u.k = t.k)
      SELECT id FROM t WHERE x IN (SELECT MAX(x) FROM u WHERE u.k = t.k GROUP BY u.t)
      SELECT id FROM t WHERE k IN (SELECT k FROM u UNION SELECT k FROM w)
      SELECT id FROM t WHERE k IN (SELECT k FROM u UNION ALL SELECT x FROM u)
      SELECT id FROM t WHERE k NOT IN (SELECT k FROM u INTERSECT SELECT k FROM w)
      SELECT id FROM t WHERE k IN (SELECT k FROM u WHERE x IN (SELECT x FROM w))
      SELECT id FROM t WHERE k IN (SELECT k FROM u WHERE x IN (SELECT x FROM w WHERE w.m = t.y))
      SELECT id FROM t WHERE k IN (SELECT k FROM u WHERE EXISTS (SELECT 1 FROM w WHERE w.k = u.k AND w.m = t.y))
      SELECT id FROM t WHERE s IN (SELECT v FROM bag)
      SELECT id FROM t WHERE x IN (SELECT v FROM bag)
      SELECT id FROM t WHERE x IN (SELECT s FROM u)
      SELECT id FROM t WHERE s IN (SELECT x FROM u)
      SELECT id FROM bag, t WHERE v IN (SELECT x FROM u)
      SELECT id FROM bag, t WHERE v NOT IN (SELECT s FROM u)
      SELECT id FROM t WHERE n IN (SELECT s FROM u)
      SELECT id FROM t WHERE s IN (SELECT n FROM u)
      SELECT id FROM t WHERE n NOT IN (SELECT s FROM u WHERE s IS NOT NULL)
      SELECT id FROM t WHERE UPPER(s) IN (SELECT n FROM u)
      SELECT id FROM t WHERE 1 IN (SELECT x FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE NULL NOT IN (SELECT x FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE k IN (SELECT k FROM u ORDER BY id LIMIT 3)
      SELECT id FROM t WHERE k IN (SELECT x FROM u WHERE u.k = t.y ORDER BY id LIMIT 2)
      SELECT id FROM t WHERE (SELECT MAX(k) FROM u) IN (SELECT k FROM w)
      SELECT id FROM t WHERE x IN (SELECT t.k + u.k FROM u)
      SELECT id FROM t WHERE k IN (VALUES (1), (2))
      -- EXISTS
      SELECT id FROM t WHERE EXISTS (SELECT * FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE NOT EXISTS (SELECT * FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u)
      SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE x > 2)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.k < t.k AND u.x > t.x)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u JOIN w ON w.k = u.k WHERE u.t = t.id AND w.m = t.y)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u JOIN w ON w.k = u.k AND w.m = t.y)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u LEFT JOIN w ON w.k = u.k WHERE u.t = t.id AND w.m IS NULL)
      SELECT id FROM t WHERE EXISTS (SELECT k FROM u WHERE u.t = t.id GROUP BY k HAVING COUNT(*) > 1)
      SELECT id FROM t WHERE EXISTS (SELECT MAX(x) FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE EXISTS (SELECT COUNT(*) FROM u WHERE u.k = t.k HAVING COUNT(*) > 1)
      SELECT id FROM t WHERE EXISTS (SELECT COUNT(*) FROM u WHERE u.k = t.k HAVING COUNT(*) = 0)
      SELECT id FROM t WHERE EXISTS (SELECT DISTINCT k FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t = t.id LIMIT 1)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.k = t.k ORDER BY id LIMIT 1 OFFSET 1)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t = t.id AND EXISTS (SELECT 1 FROM w WHERE w.k = u.k))
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t = t.id AND NOT EXISTS (SELECT 1 FROM w WHERE w.k = u.k))
      SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.t = t.id AND EXISTS (SELECT 1 FROM w WHERE w.k = u.k AND w.m = t.y))
      SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.k = t.k AND u.x > (SELECT AVG(x) FROM u))
      SELECT id FROM t WHERE NOT (EXISTS (SELECT 1 FROM u WHERE u.t = t.id))
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE t.x = 1)
      SELECT id FROM t WHERE EXISTS (SELECT 1 WHERE t.x = 1)
      SELECT id FROM t a WHERE EXISTS (SELECT 1 FROM t b WHERE b.k = a.k AND b.id <> a.id)
      SELECT a.id, b.id FROM t a JOIN u b ON a.k = b.k WHERE EXISTS (SELECT 1 FROM w WHERE w.k = a.k AND w.m = b.x)
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM (SELECT k, MAX(x) AS m FROM u GROUP BY k) AS q WHERE q.k = t.k AND q.m > t.x)
      SELECT k, COUNT(*) FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.k = t.k) GROUP BY k
      SELECT t.id, q.id FROM t LEFT JOIN (SELECT id, t FROM u WHERE EXISTS (SELECT 1 FROM w WHERE w.k = u.k)) AS q ON q.t = t.id
      -- EXISTS, IN inside other expressions
      SELECT id FROM t WHERE x = 1 OR EXISTS (SELECT 1 FROM u WHERE u.t = t.id)
      SELECT id FROM t WHERE x = 1 OR NOT EXISTS (SELECT 1 FROM u WHERE u.t = t.id AND u.x > 1)
      SELECT id, EXISTS (SELECT 1 FROM u WHERE u.t = t.id) AS e FROM t
      SELECT id, EXISTS (SELECT 1 FROM u WHERE x > 2) AS e FROM t
      SELECT id, NOT EXISTS (SELECT 1 FROM u WHERE u.k = t.k) AS e FROM t
      SELECT id, CASE WHEN EXISTS (SELECT 1 FROM u WHERE u.t = t.id) THEN 'yes' ELSE 'no' END AS e FROM t
      SELECT id, k IN (SELECT k FROM u) AS i FROM t
      SELECT id, k NOT IN (SELECT k FROM u) AS i FROM t
      SELECT id, k IN (SELECT k FROM u WHERE k IS NOT NULL) AS i FROM t
      SELECT id, y IN (SELECT k FROM w) AS i FROM t
      SELECT id, k IN (SELECT u.k FROM u WHERE u.x = t.x) AS i FROM t
      SELECT id, y NOT IN (SELECT w.k FROM w WHERE w.m = t.x) AS i FROM t
      SELECT id, (y, id) IN (SELECT m, k FROM w) AS i FROM t
      SELECT id FROM t WHERE k IN (SELECT k FROM u) OR x IN (SELECT x FROM w)
      SELECT id FROM t WHERE (k IN (SELECT k FROM u) AND x > 1) OR y = 0
      SELECT id FROM t WHERE NOT (k IN (SELECT k FROM u) OR x > 1)
      SELECT id FROM t WHERE (k IN (SELECT k FROM u)) IS NULL
      SELECT SUM(CASE WHEN EXISTS (SELECT 1 FROM u WHERE u.t = t.id) THEN 1 ELSE 0 END) FROM t
      SELECT k, SUM(x IN (SELECT x FROM w)) FROM t GROUP BY k
      SELECT k, COUNT(*) FROM t GROUP BY k HAVING EXISTS (SELECT 1 FROM u WHERE u.k = t.k)
      SELECT k, COUNT(*) FROM t GROUP BY k HAVING COUNT(*) IN (SELECT x FROM u)
      SELECT EXISTS (SELECT 1 FROM u WHERE u.k = t.k) AS e, COUNT(*) FROM t GROUP BY 1
      SELECT EXISTS (SELECT 1 FROM u WHERE u.k = t.k) AS e, COUNT(*) FROM t GROUP BY EXISTS (SELECT 1 FROM u WHERE u.k = t.k)
      SELECT id, EXISTS (SELECT MAX(x) FROM u WHERE u.k = t.k) AS e FROM t
      SELECT id, EXISTS (SELECT MAX(x) FROM u WHERE u.k = t.k HAVING MAX(x) > 1) AS e FROM t
      -- scalar subqueries
      SELECT id, (SELECT MAX(x) FROM u) AS m FROM t
      SELECT id, x - (SELECT AVG(x) FROM u WHERE x > 0) AS d FROM t
      SELECT id FROM t WHERE x > (SELECT AVG(x) FROM u)
      SELECT id FROM t WHERE x = (SELECT MAX(x) FROM t)
      SELECT id FROM t WHERE x < (SELECT COUNT(*) FROM u WHERE x = 3)
      SELECT id, (SELECT MAX(u.x) FROM u WHERE u.t = t.id) AS m FROM t
      SELECT id, (SELECT COUNT(*) FROM u WHERE u.t = t.id) AS c FROM t
      SELECT id, (SELECT COUNT(u.x) FROM u WHERE u.t = t.id AND u.k > 0) AS c FROM t
      SELECT id, (SELECT COALESCE(SUM(u.x), 0) + COUNT(*) FROM u WHERE u.t = t.id) AS c FROM t
      SELECT id, (SELECT COALESCE(SUM(u.x), -1) FROM u WHERE u.k = t.k) AS c FROM t
      SELECT id, (SELECT SUM(u.x) * 2 + t.y FROM u WHERE u.k = t.k) AS c FROM t
      SELECT id, (SELECT COUNT(*) + t.y FROM u WHERE u.k = t.k) AS c FROM t
      SELECT id, (SELECT COUNT(DISTINCT u.x) FROM u WHERE u.k = t.k) AS c FROM t
      SELECT id, (SELECT total(u.x) FROM u WHERE u.k = t.k) AS c FROM t
      SELECT id, (SELECT 5 + MIN(x) FROM u WHERE u.k = t.k HAVING COUNT(*) > 1) AS c FROM t
      SELECT id, (SELECT MAX(u.x) FROM u WHERE u.k = t.k HAVING COUNT(*) < 2) AS c FROM t
      SELECT id, (SELECT COUNT(*) FROM u WHERE u.k = t.k HAVING COUNT(*) < 1) AS c FROM t
      SELECT id, (SELECT COUNT(*) FROM u WHERE u.k = t.k GROUP BY u.k) AS c FROM t
      SELECT id FROM t WHERE x > (SELECT AVG(u.x) FROM u WHERE u.k = t.k)
      SELECT id FROM t WHERE x < 0.5 * (SELECT SUM(u.x) FROM u WHERE u.k = t.k AND u.id > 2)
      SELECT id FROM t WHERE x >= (SELECT COUNT(*) FROM u WHERE u.k = t.k)
      SELECT id FROM t WHERE 0 = (SELECT COUNT(*) FROM u WHERE u.k = t.k)
      SELECT id FROM t WHERE (SELECT MAX(x) FROM u WHERE u.k = t.k) IS NULL
      SELECT id FROM t WHERE x = (SELECT MAX(x) FROM u WHERE u.k = t.k) OR y = 1
      SELECT id, (SELECT u.x FROM u WHERE u.id = t.k) AS v FROM t
      SELECT id, (SELECT u.x + 1 FROM u WHERE u.id = t.k AND u.k > 0) AS v FROM t
      SELECT id, (SELECT COALESCE(u.x, 7) FROM u WHERE u.id = t.k) AS v FROM t
      SELECT id, (SELECT 1 FROM u WHERE u.id = t.k) AS v FROM t
      SELECT id, (SELECT w.x FROM w WHERE w.k = t.k AND w.m = t.y) AS v FROM t
      SELECT id, (SELECT w.x FROM w WHERE w.k = t.k AND w.m = 1) AS v FROM t
      SELECT id, (SELECT w.x FROM w JOIN u ON u.id = w.x WHERE w.k = t.k AND w.m = 1) AS v FROM t
      SELECT id, (SELECT x FROM u WHERE id = 3) AS v FROM t
      SELECT id, (SELECT x FROM u WHERE id = 3) + (SELECT x FROM u WHERE id = 4) AS v FROM t
      SELECT id, (SELECT x FROM u ORDER BY id LIMIT 1) AS v FROM t
      SELECT id, (SELECT x FROM u WHERE u.k = t.k ORDER BY id DESC LIMIT 1) AS v FROM t
      SELECT id, (SELECT x FROM u WHERE u.k = t.k ORDER BY x DESC, id LIMIT 1) AS v FROM t
      SELECT id, (SELECT x FROM u WHERE u.k = t.k ORDER BY id LIMIT 1 OFFSET 1) AS v FROM t
      SELECT id, CASE WHEN x > 1 THEN (SELECT MAX(x) FROM u WHERE u.t = t.id) ELSE 0 END AS v FROM t
      SELECT id, COALESCE((SELECT MAX(x) FROM u WHERE u.t = t.id), 0) AS v FROM t
      SELECT k, SUM((SELECT COUNT(*) FROM u WHERE u.t = t.id)) AS v FROM t GROUP BY k
      SELECT k, SUM(x), (SELECT MAX(x) FROM u) AS m FROM t GROUP BY k
      SELECT k, SUM(x), (SELECT MAX(u.x) FROM u WHERE u.k = t.k) AS m FROM t GROUP BY k
      SELECT k, SUM(x) FROM t GROUP BY k HAVING SUM(x) > (SELECT AVG(x) FROM u)
      SELECT k, SUM(x) FROM t GROUP BY k HAVING SUM(x) > (SELECT COUNT(*) FROM u WHERE u.k = t.k)
      SELECT k, SUM(x) FROM t GROUP BY k HAVING SUM(x) >= (SELECT MAX(s) FROM (SELECT SUM(x) AS s FROM t GROUP BY k) AS q)
      SELECT (SELECT MAX(x) FROM u WHERE u.k = t.k) AS m, COUNT(*) FROM t GROUP BY 1
      SELECT MAX(x) - (SELECT MIN(x) FROM u) AS d FROM t
      SELECT id FROM t WHERE x = (SELECT MAX(x) FROM u WHERE u.k = (SELECT MIN(k) FROM w))
      SELECT id FROM t WHERE x > (SELECT AVG(x) FROM u WHERE EXISTS (SELECT 1 FROM w WHERE w.k = u.k))
      SELECT id FROM t WHERE (k, x) = (SELECT MAX(k), MIN(x) FROM u)
      SELECT id FROM t WHERE (k, x) <> (SELECT MAX(k), MIN(x) FROM u)
      SELECT id FROM t WHERE x BETWEEN (SELECT MIN(x) FROM u) AND (SELECT MAX(k) FROM w)
      SELECT id FROM t WHERE x IN (1, (SELECT MAX(x) FROM u))
      SELECT id, (SELECT s FROM u WHERE u.id = t.k) = x AS e FROM t
      SELECT id, (SELECT x FROM u WHERE u.id = t.k) = s AS e FROM t
      SELECT id FROM t WHERE (SELECT MAX(s) FROM u WHERE u.k = t.k) = n COLLATE NOCASE
      SELECT t.id, (SELECT MAX(w.x) FROM w WHERE w.k = u.k) AS m FROM t LEFT JOIN u ON u.t = t.id
      SELECT id, (SELECT 1) AS one FROM t
      SELECT id, (SELECT MAX(b.x) FROM bag b WHERE b.k = t.k) AS v FROM t
      SELECT id, (SELECT COUNT(*) FROM u WHERE u.k IS t.k) AS c FROM t
      SELECT id, (SELECT MAX(m) FROM (SELECT k, SUM(x) AS m FROM u GROUP BY k, t) AS q WHERE q.k = t.k) AS c FROM t
      -- FROM
      SELECT q.a, q.b FROM (SELECT id AS a, x + 1 AS b FROM t WHERE x > 0) AS q WHERE q.b > 1
      SELECT q.k, q.c, t.id FROM (SELECT k, COUNT(*) AS c FROM u GROUP BY k) AS q JOIN t ON t.k = q.k
      WITH q AS (SELECT k, SUM(x) AS s FROM u GROUP BY k) SELECT a.k, b.s FROM q a JOIN q b ON a.k = b.k
      WITH q(a, b) AS (SELECT k, SUM(x) FROM u GROUP BY k) SELECT a, b FROM q WHERE b > 1
      WITH a AS (SELECT k, x FROM u WHERE x > 0), b AS (SELECT k, COUNT(*) AS c FROM a GROUP BY k) SELECT a.x, b.c FROM a LEFT JOIN b ON a.k = b.k
      WITH q AS (SELECT MAX(x) AS m FROM u) SELECT id FROM t WHERE x = (SELECT m FROM q)
      WITH q AS NOT MATERIALIZED (SELECT k FROM u) SELECT id FROM t WHERE k IN (SELECT k FROM q)
      WITH q AS MATERIALIZED (SELECT k FROM u) SELECT id FROM t WHERE k IN q
      SELECT * FROM t, (VALUES (1, 'a'), (2, 'b')) AS v WHERE t.x = v.column1
      WITH v(a, b) AS (VALUES (1, 'a'), (2, 'b')) SELECT id, b FROM t JOIN v ON t.x = v.a
      SELECT tv.id, u.id FROM tv LEFT JOIN u ON u.t = tv.id
      SELECT t.id, grouped.c FROM t LEFT JOIN grouped ON grouped.k = t.k
      SELECT id FROM t WHERE k IN (SELECT k FROM grouped WHERE total > 2)
      SELECT t.id, one.o FROM t CROSS JOIN (SELECT 1 AS o) AS one
      SELECT a.id FROM (t) AS a WHERE a.x = 1
      WITH b AS (SELECT id FROM t), a AS (SELECT id FROM b) SELECT * FROM (WITH b AS (SELECT id + 100 AS id FROM t) SELECT a.id AS i, b.id AS j FROM a, b) AS q
      SELECT 'x' AS e FROM (SELECT COUNT(*) AS c FROM t) AS q
      SELECT 'x' AS e FROM (SELECT 'y' AS f, SUM(x) AS c FROM t HAVING COUNT(*) > 2) AS q
      SELECT q.f FROM (SELECT 'y' AS f, SUM(x) AS c FROM t) AS q
      -- set operators
      SELECT k FROM t UNION SELECT k FROM u
      SELECT k FROM t UNION ALL SELECT k FROM u UNION SELECT k FROM w
      SELECT k FROM t UNION SELECT k FROM u UNION ALL SELECT k FROM w
      SELECT k FROM t INTERSECT SELECT k FROM u
      SELECT k, x FROM t INTERSECT SELECT k, x FROM u
      SELECT k FROM t EXCEPT SELECT k FROM u
      SELECT k, x FROM t EXCEPT SELECT k, x FROM u
      SELECT k FROM t UNION SELECT x FROM u INTERSECT SELECT k FROM w
      SELECT k FROM t EXCEPT SELECT k FROM u EXCEPT SELECT k FROM w
      SELECT k FROM t EXCEPT SELECT x FROM u UNION SELECT m FROM w
      SELECT k FROM t INTERSECT SELECT x FROM u UNION ALL SELECT m FROM w
      SELECT x * 1.0 FROM t INTERSECT SELECT x FROM u
      SELECT x FROM t INTERSECT SELECT x * 1.0 FROM u
      SELECT v FROM bag INTERSECT SELECT x FROM t
      SELECT v FROM bag EXCEPT SELECT x FROM t
      SELECT k FROM t WHERE x > 1 INTERSECT SELECT k FROM u WHERE EXISTS (SELECT 1 FROM w WHERE w.k = u.k)
      SELECT n FROM t INTERSECT SELECT n FROM u WHERE 1 = 0
      SELECT COUNT(*) FROM (SELECT n FROM t EXCEPT SELECT n FROM u) AS q
      SELECT q.k, COUNT(*) FROM (SELECT k FROM t UNION ALL SELECT k FROM u) AS q GROUP BY q.k
      SELECT * FROM (SELECT k FROM t EXCEPT SELECT k FROM u) AS q JOIN w ON w.k = q.k
      SELECT k, COUNT(*) FROM t GROUP BY k UNION ALL SELECT NULL, COUNT(*) FROM t
      SELECT k FROM t UNION SELECT k FROM u ORDER BY 1 LIMIT 3
      SELECT k AS a FROM t UNION SELECT k FROM u ORDER BY a DESC LIMIT 2 OFFSET 1
      SELECT k, x FROM t EXCEPT SELECT k, x FROM u ORDER BY k, 2 LIMIT 4
      SELECT x FROM t UNION VALUES (7), (8)
      -- aggregates
      SELECT k, COUNT(*) FILTER (WHERE x > 1), SUM(x) FILTER (WHERE y > 1), AVG(x) FILTER (WHERE y = 1) FROM t GROUP BY k
      SELECT MIN(x) FILTER (WHERE y > 1), MAX(s) FILTER (WHERE y > 1), MAX(n) FILTER (WHERE y > 1), COUNT(DISTINCT x) FILTER (WHERE y > 1) FROM t
      SELECT COUNT(ALL x), SUM(ALL x), COUNT(DISTINCT k) FROM t
      SELECT k, GROUP_CONCAT(id, ';' ORDER BY id DESC) FROM t GROUP BY k
      SELECT k, GROUP_CONCAT(s, ';' ORDER BY s, id) FILTER (WHERE x > 0), STRING_AGG(id, ',' ORDER BY id) FROM t GROUP BY k
      SELECT COUNT(*) c FROM t HAVING COUNT(*) > 3
      SELECT k FROM t GROUP BY k HAVING MAX(x) IS NOT NULL
      SELECT k % 2 AS p, SUM(x) + COUNT(*) AS v FROM t GROUP BY p
      SELECT k % 2, COUNT(*) FROM t GROUP BY k % 2 HAVING k % 2 = 1
      SELECT DISTINCT COUNT(*) FROM t GROUP BY k
      SELECT MAX(x) hour FROM t
      SELECT k, SUM(x) AS sx FROM t GROUP BY k HAVING sx > 2
      SELECT s, COUNT(*) FROM t GROUP BY s
      SELECT k, MAX(x) - MIN(x), SUM(x) * 1.0 / COUNT(*) FROM t GROUP BY k
      SELECT SUM(x) FROM t WHERE 1 = 0
      SELECT TOTAL(x) FROM t GROUP BY k
      -- comparisons
      SELECT id FROM t WHERE k IS x
      SELECT id FROM t WHERE k IS NOT x
      SELECT id FROM t WHERE k IS NOT DISTINCT FROM x
      SELECT id FROM t WHERE k IS DISTINCT FROM 2
      SELECT id, k IS 2, k IS NOT NULL, x NOTNULL, x ISNULL, k IS TRUE, x IS NOT FALSE FROM t
      SELECT id, x NOT NULL FROM t
      SELECT id FROM t WHERE (k, x) = (1, 2)
      SELECT id FROM t WHERE (k, x) <> (1, 2)
      SELECT id FROM t WHERE (k, x) < (2, 1)
      SELECT id FROM t WHERE (k, x, y) >= (1, 2, 1)
      SELECT id FROM t WHERE s GLOB '[ab]'
      SELECT id FROM t WHERE s NOT GLOB 'a*' AND n LIKE 'a'
      SELECT t.id, u.id FROM t JOIN u ON t.k IS u.k
      SELECT t.id, u.id FROM t JOIN u ON (t.k, t.x) = (u.k, u.x)
      SELECT id FROM t WHERE x IN ()
      SELECT id, CASE x WHEN k THEN 'k' WHEN y THEN 'y' ELSE 'n' END AS w FROM t
      SELECT id, CASE (SELECT MAX(x) FROM u WHERE u.k = t.k) WHEN x THEN 1 WHEN y THEN 2 END AS w FROM t
      -- windows
      SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM t
      SELECT id, ROW_NUMBER() OVER (PARTITION BY k ORDER BY x DESC, id) FROM t
      SELECT id, RANK() OVER (PARTITION BY k ORDER BY x), DENSE_RANK() OVER (PARTITION BY k ORDER BY x), PERCENT_RANK() OVER (PARTITION BY k ORDER BY x), CUME_DIST() OVER (ORDER BY y) FROM t
      SELECT id, SUM(x) OVER (PARTITION BY k), COUNT(*) OVER () FROM t
      SELECT id, SUM(x) OVER (PARTITION BY k ORDER BY y) FROM t
      SELECT id, SUM(x) OVER (PARTITION BY k ORDER BY y, id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
      SELECT id, SUM(x) OVER (ORDER BY y RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t
      SELECT id, COUNT(*) OVER (ORDER BY y GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE GROUP) FROM t
      SELECT id, LAG(x) OVER (PARTITION BY k ORDER BY id), LEAD(x, 2, -1) OVER (PARTITION BY k ORDER BY id) FROM t
      SELECT id, FIRST_VALUE(x) OVER w, LAST_VALUE(x) OVER w, NTH_VALUE(x, 2) OVER w FROM t WINDOW w AS (PARTITION BY k ORDER BY id)
      SELECT id, NTILE(3) OVER (ORDER BY x NULLS LAST, id) FROM t
      SELECT id, SUM(x) FILTER (WHERE y > 1) OVER (PARTITION BY k) FROM t
      SELECT k, SUM(x), RANK() OVER (ORDER BY SUM(x) DESC) FROM t GROUP BY k
      SELECT k, SUM(x), ROW_NUMBER() OVER (ORDER BY k), SUM(SUM(x)) OVER (ORDER BY k) FROM t GROUP BY k
      SELECT k, SUM(x) * 100.0 / SUM(SUM(x)) OVER () FROM t GROUP BY k
      SELECT * FROM (SELECT id, k, ROW_NUMBER() OVER (PARTITION BY k ORDER BY id) AS r FROM t) AS q WHERE q.r = 1
      SELECT id, x - AVG(x) OVER (PARTITION BY k) FROM t WHERE y > 0
      SELECT id, SUM(x) OVER (PARTITION BY k % 2), SUM(x) OVER (PARTITION BY k), SUM(x) OVER (PARTITION BY k, y) FROM t
      SELECT DISTINCT k, COUNT(*) OVER (PARTITION BY k) FROM t
      SELECT t.id, u.id, ROW_NUMBER() OVER (PARTITION BY t.id ORDER BY u.id) FROM t LEFT JOIN u ON u.t = t.id
      SELECT id, RANK() OVER (ORDER BY n), RANK() OVER (PARTITION BY n ORDER BY id) FROM t
      SELECT id, MAX((SELECT COUNT(*) FROM u WHERE u.t = t.id)) OVER (PARTITION BY k) FROM t
      SELECT id FROM t WHERE x = (SELECT MAX(r) FROM (SELECT RANK() OVER (PARTITION BY k ORDER BY x) AS r FROM u) AS q)
      SELECT id FROM t WHERE k IN (SELECT RANK() OVER (ORDER BY x) FROM u)
      SELECT id, GROUP_CONCAT(s, ',') OVER (PARTITION BY k ORDER BY id) FROM t
      SELECT k, COUNT(*) FROM (SELECT k, x, RANK() OVER (PARTITION BY k ORDER BY x) AS r FROM t) AS q WHERE q.r = 1 GROUP BY k
      -- limits
      SELECT id FROM t ORDER BY id LIMIT 3
      SELECT id, x FROM t ORDER BY x DESC, id LIMIT 3 OFFSET 1
      SELECT id, x FROM t ORDER BY x NULLS LAST, id LIMIT 1, 4
      SELECT id AS a FROM t ORDER BY a DESC LIMIT 2
      SELECT id, x FROM t ORDER BY 2, 1 LIMIT 5
      SELECT x FROM t ORDER BY x + y, id LIMIT 3
      SELECT k, SUM(x) AS s FROM t GROUP BY k ORDER BY s DESC, k LIMIT 2
      SELECT k, SUM(x) FROM t GROUP BY k ORDER BY COUNT(*) DESC, k LIMIT 2
      SELECT DISTINCT k, y FROM t ORDER BY k, y LIMIT 3
      SELECT DISTINCT k AS a, y FROM t ORDER BY a DESC, 2 LIMIT 3
      SELECT t.id, u.id FROM t JOIN u ON u.t = t.id ORDER BY u.id LIMIT 3
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.t = t.id ORDER BY t.id, u.id LIMIT 3
      SELECT t.id, u.id FROM t LEFT JOIN u ON u.id = t.k ORDER BY t.id DESC LIMIT 3
      SELECT w.k, w.m FROM w WHERE k = 2 ORDER BY m LIMIT 1
      SELECT q.id, u.id FROM (SELECT id FROM t ORDER BY x, id LIMIT 3) AS q LEFT JOIN u ON u.t = q.id
      SELECT COUNT(*) FROM (SELECT id FROM t ORDER BY id LIMIT 4) AS q
      SELECT id FROM t WHERE x > 1 ORDER BY id LIMIT 0
      SELECT id, RANK() OVER (ORDER BY x) AS r FROM t ORDER BY r, id LIMIT 4
      SELECT id FROM t ORDER BY (SELECT COUNT(*) FROM u WHERE u.t = t.id) DESC, id LIMIT 3
      SELECT * FROM (SELECT k FROM t UNION ALL SELECT k FROM u ORDER BY 1) AS q
      SELECT id FROM t ORDER BY x
      """;
}
