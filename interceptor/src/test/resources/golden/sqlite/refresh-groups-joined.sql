-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.nr, c.name, t.total FROM customers c
--   JOIN (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) t ON t.customer = c.nr;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "mview$weight") SELECT "q"."nr" AS "c1", "q"."name" AS "c2", "q"."total_2" AS "c3", "q"."customer" AS "c4", (SUM("q"."mview$weight")) AS "mview$weight"
FROM (SELECT "customers"."nr" AS "nr", "customers"."name" AS "name", "q_3"."total" AS "total_2", "q_3"."customer" AS "customer", 1 AS "mview$weight"
FROM (SELECT "orders_2"."customer" AS "customer", SUM("orders_2"."amount") AS "total"
FROM (SELECT "log_4"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_4"
WHERE 1 = 1
GROUP BY "log_4"."customer") AS "q_4"
CROSS JOIN "main"."orders" AS "orders_2"
WHERE "orders_2"."customer" IS "q_4"."orders_customer$"
GROUP BY "orders_2"."customer") AS "q_3"
CROSS JOIN "main"."customers" AS "customers"
WHERE "q_3"."customer" = "customers"."nr"
UNION ALL SELECT "customers_2"."nr" AS "nr", "customers_2"."name" AS "name", "q_9"."sum" AS "total_2", "q_9"."orders_customer" AS "customer", -1 AS "mview$weight"
FROM (SELECT "q_10"."orders_customer" AS "orders_customer", SUM("q_10"."orders_amount") AS "sum"
FROM (SELECT "orders_customer", "orders_amount"
FROM (WITH RECURSIVE copies AS (SELECT *
FROM (SELECT "q_11"."orders_customer" AS "orders_customer", "q_11"."orders_amount" AS "orders_amount", (SUM("q_11"."mview$weight")) AS "mview$weight"
FROM (SELECT "orders_4"."customer" AS "orders_customer", "orders_4"."amount" AS "orders_amount", 1 AS "mview$weight"
FROM (SELECT "log_11"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_11"
WHERE 1 = 1
GROUP BY "log_11"."customer") AS "q_12"
CROSS JOIN "main"."orders" AS "orders_4"
WHERE "orders_4"."customer" IS "q_12"."orders_customer$"
UNION ALL SELECT "log_14"."customer" AS "orders_customer", "log_14"."amount" AS "orders_amount", "log_14"."SIGN$$" * -1 AS "mview$weight"
FROM (SELECT "log_13"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_13"
WHERE 1 = 1
GROUP BY "log_13"."customer") AS "q_13"
CROSS JOIN "main"."MLOG$_orders" AS "log_14"
WHERE "log_14"."customer" IS "q_13"."orders_customer$") AS "q_11"
WHERE 1 = 1
GROUP BY "q_11"."orders_customer", "q_11"."orders_amount"
HAVING (SUM("q_11"."mview$weight")) <> 0)
WHERE "mview$weight" > 0
UNION ALL SELECT "orders_customer", "orders_amount", "mview$weight" - 1
FROM copies
WHERE "mview$weight" > 1) SELECT "orders_customer", "orders_amount"
FROM copies)
WHERE 1 = 1) AS "q_10"
WHERE 1 = 1
GROUP BY "q_10"."orders_customer") AS "q_9"
CROSS JOIN "main"."customers" AS "customers_2"
WHERE "q_9"."orders_customer" = "customers_2"."nr") AS "q"
WHERE 1 = 1
GROUP BY "q"."nr", "q"."name", "q"."total_2" COLLATE BINARY, typeof("q"."total_2"), "q"."customer"
HAVING (SUM("q"."mview$weight")) <> 0;

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."nr" = "changes"."c1") AND ("container"."customer" = "changes"."c4"));

INSERT INTO "main"."mview$c$v" ("nr", "name", "total", "customer") SELECT "changes"."c1" AS "nr", "changes"."c2" AS "name", "changes"."c3" AS "total", "changes"."c4" AS "customer"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
