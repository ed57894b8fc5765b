-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT customer, COUNT(DISTINCT placed) AS days FROM orders GROUP BY customer;
-- rows changed: orders

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

DELETE
FROM "main"."v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE "container"."customer" = "keys"."c1");

INSERT INTO "main"."v" ("customer", "days") SELECT "orders"."customer" AS "customer", COUNT(DISTINCT "orders"."placed") AS "days"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys"."c1"
GROUP BY "orders"."customer";
