-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT o.id, c.nr, c.name, o.amount FROM orders o JOIN customers c ON c.nr = o.customer;
-- rows changed: orders, customers

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "mview$weight") SELECT "q"."id" AS "c1", "q"."nr" AS "c2", "q"."name" AS "c3", "q"."amount" AS "c4", (SUM("q"."mview$weight")) AS "mview$weight"
FROM (SELECT "log"."id" AS "id", "customers"."nr" AS "nr", "customers"."name" AS "name", "log"."amount" AS "amount", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
UNION ALL SELECT "orders"."id" AS "id", "log_2"."nr" AS "nr", "log_2"."name" AS "name", "orders"."amount" AS "amount", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "log_2"."nr" = "orders"."customer"
UNION ALL SELECT "log_3"."id" AS "id", "log_4"."nr" AS "nr", "log_4"."name" AS "name", "log_3"."amount" AS "amount", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log_3"
CROSS JOIN "main"."MLOG$_customers" AS "log_4"
WHERE "log_4"."nr" = "log_3"."customer") AS "q"
WHERE 1 = 1
GROUP BY "q"."id", "q"."nr", "q"."name", "q"."amount"
HAVING (SUM("q"."mview$weight")) <> 0;

DELETE
FROM "main"."v"
WHERE ("id", "nr") IN (SELECT "container"."id", "container"."nr"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."id" = "changes"."c1") AND ("container"."nr" = "changes"."c2"));

INSERT INTO "main"."v" ("id", "nr", "name", "amount") SELECT "changes"."c1" AS "id", "changes"."c2" AS "nr", "changes"."c3" AS "name", "changes"."c4" AS "amount"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
