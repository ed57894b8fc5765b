-- CREATE INDEX customers_by_city ON customers (city);
-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.city, o.placed, COUNT(DISTINCT o.amount) AS amounts
--   FROM orders o JOIN customers c ON c.nr = o.customer GROUP BY c.city, o.placed;
-- rows changed: orders

INSERT INTO "temp"."mview$1$keys" ("c1", "c2") SELECT "customers"."city" AS "c1", "log"."placed" AS "c2"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
GROUP BY "customers"."city", "log"."placed";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("keys"."c1", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("keys"."c1" IS NULL)) AND (IFNULL("container"."placed", x'') = IFNULL("keys"."c2", x'') AND ("container"."placed" IS NULL) = ("keys"."c2" IS NULL)));

INSERT INTO "main"."v" ("city", "placed", "amounts") SELECT "customers"."city" AS "city", "orders"."placed" AS "placed", COUNT(DISTINCT "orders"."amount") AS "amounts"
FROM (SELECT "keys"."c1" AS "c1"
FROM "temp"."mview$1$keys" AS "keys"
WHERE 1 = 1
GROUP BY "keys"."c1") AS "starts"
CROSS JOIN "main"."customers" AS "customers"
CROSS JOIN "main"."orders" AS "orders"
CROSS JOIN "temp"."mview$1$keys" AS "keys"
WHERE ("customers"."nr" = "orders"."customer") AND ("customers"."city" IS "starts"."c1") AND ("keys"."c1" IS "starts"."c1") AND ((COALESCE("orders"."placed", NULL)) IS "keys"."c2")
GROUP BY "customers"."city", "orders"."placed";
