-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT customer, SUM(amount) AS s FROM orders GROUP BY customer;

SELECT /*           */ *
FROM (WITH "mview$1$keys" ("c1") AS (SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)
GROUP BY "log"."customer") SELECT "container"."customer" AS "customer", "container"."s" AS "s"
FROM "main"."mview$c$v" AS "container"
WHERE NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$keys" AS "keys"
WHERE "container"."customer" = "keys"."c1")
UNION ALL SELECT "orders"."customer" AS "customer", SUM("orders"."amount") AS "s"
FROM "mview$1$keys" AS "keys_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys_2"."c1"
GROUP BY "orders"."customer") AS v;
