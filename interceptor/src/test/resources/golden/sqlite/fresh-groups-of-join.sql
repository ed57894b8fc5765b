-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT c.name, SUM(o.amount) AS s FROM orders o JOIN customers c ON c.nr = o.customer GROUP BY c.name;

SELECT /*           */ *
FROM (WITH "mview$1$keys" ("c1") AS (SELECT "q"."c_name" AS "c1"
FROM (SELECT "log"."customer" AS "o_customer", "log"."amount" AS "o_amount", "customers"."nr" AS "c_nr", "customers"."name" AS "c_name", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE ("log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)) AND ("customers"."nr" = "log"."customer")
UNION ALL SELECT "orders"."customer" AS "o_customer", "orders"."amount" AS "o_amount", "log_2"."nr" AS "c_nr", "log_2"."name" AS "c_name", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE ("log_2"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 3 AND view_id = 1)) AND ("log_2"."nr" = "orders"."customer")
UNION ALL SELECT "log_3"."customer" AS "o_customer", "log_3"."amount" AS "o_amount", "log_4"."nr" AS "c_nr", "log_4"."name" AS "c_name", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log_3"
CROSS JOIN "main"."MLOG$_customers" AS "log_4"
WHERE ("log_3"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)) AND ("log_4"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 3 AND view_id = 1)) AND ("log_4"."nr" = "log_3"."customer")) AS "q"
WHERE 1 = 1
GROUP BY "q"."c_name") SELECT "container"."name" AS "name", "container"."s" AS "s"
FROM "main"."mview$c$v" AS "container"
WHERE (NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$keys" AS "keys"
WHERE ("container"."name" = "keys"."c1") AND (IFNULL("container"."name", x'') = IFNULL("keys"."c1", x'') AND ("container"."name" IS NULL) = ("keys"."c1" IS NULL)))) AND (NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$keys" AS "keys_2"
WHERE ("container"."name" IS NULL) AND ("container"."name" IS "keys_2"."c1") AND (IFNULL("container"."name", x'') = IFNULL("keys_2"."c1", x'') AND ("container"."name" IS NULL) = ("keys_2"."c1" IS NULL))))
UNION ALL SELECT "customers"."name" AS "name", SUM("orders"."amount") AS "s"
FROM "mview$1$keys" AS "keys_3"
CROSS JOIN "main"."customers" AS "customers"
CROSS JOIN "main"."orders" AS "orders"
WHERE ("customers"."nr" = "orders"."customer") AND ("customers"."name" IS "keys_3"."c1")
GROUP BY "customers"."name") AS v;
