-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT total, COUNT(*) AS customers
--   FROM (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) GROUP BY total;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2") SELECT "q"."total" AS "c1", SUM("q"."mview$weight") AS "c2"
FROM (SELECT "orders"."customer" AS "customer", SUM("orders"."amount") AS "total", 1 AS "mview$weight"
FROM (SELECT "log_2"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_2"
WHERE 1 = 1
GROUP BY "log_2"."customer") AS "q_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" IS "q_2"."orders_customer$"
GROUP BY "orders"."customer"
UNION ALL SELECT "q_7"."orders_customer" AS "customer", "q_7"."sum" AS "total", -1 AS "mview$weight"
FROM (SELECT "q_8"."orders_customer" AS "orders_customer", SUM("q_8"."orders_amount") AS "sum"
FROM (SELECT "orders_customer", "orders_amount"
FROM (WITH RECURSIVE copies AS (SELECT *
FROM (SELECT "q_9"."orders_customer" AS "orders_customer", "q_9"."orders_amount" AS "orders_amount", (SUM("q_9"."mview$weight")) AS "mview$weight"
FROM (SELECT "orders_3"."customer" AS "orders_customer", "orders_3"."amount" AS "orders_amount", 1 AS "mview$weight"
FROM (SELECT "log_9"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_9"
WHERE 1 = 1
GROUP BY "log_9"."customer") AS "q_10"
CROSS JOIN "main"."orders" AS "orders_3"
WHERE "orders_3"."customer" IS "q_10"."orders_customer$"
UNION ALL SELECT "log_12"."customer" AS "orders_customer", "log_12"."amount" AS "orders_amount", "log_12"."SIGN$$" * -1 AS "mview$weight"
FROM (SELECT "log_11"."customer" AS "orders_customer$"
FROM "main"."MLOG$_orders" AS "log_11"
WHERE 1 = 1
GROUP BY "log_11"."customer") AS "q_11"
CROSS JOIN "main"."MLOG$_orders" AS "log_12"
WHERE "log_12"."customer" IS "q_11"."orders_customer$") AS "q_9"
WHERE 1 = 1
GROUP BY "q_9"."orders_customer", "q_9"."orders_amount"
HAVING (SUM("q_9"."mview$weight")) <> 0)
WHERE "mview$weight" > 0
UNION ALL SELECT "orders_customer", "orders_amount", "mview$weight" - 1
FROM copies
WHERE "mview$weight" > 1) SELECT "orders_customer", "orders_amount"
FROM copies)
WHERE 1 = 1) AS "q_8"
WHERE 1 = 1
GROUP BY "q_8"."orders_customer") AS "q_7"
WHERE 1 = 1) AS "q"
WHERE 1 = 1
GROUP BY "q"."total";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (IFNULL("container"."total", x'') = IFNULL("changes"."c1", x'') AND ("container"."total" IS NULL) = ("changes"."c1" IS NULL)) AND ("container"."customers" + "changes"."c2" = 0));

INSERT INTO "main"."v" AS "existing" ("total", "customers") SELECT "changes"."c1" AS "total", "changes"."c2" AS "customers"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c2" > 0
UNION ALL SELECT "changes_2"."c1" AS "total", "changes_2"."c2" AS "customers"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."v" AS "container"
WHERE ("changes_2"."c2" <= 0) AND (IFNULL("container"."total", x'') = IFNULL("changes_2"."c1", x'') AND ("container"."total" IS NULL) = ("changes_2"."c1" IS NULL))
ON CONFLICT (IFNULL("total", x''), "total" IS NULL) DO UPDATE SET "customers" = "existing"."customers" + "excluded"."customers";
