-- CREATE INDEX customers_by_name ON customers (name);
-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.name, SUBSTR(o.placed, 1, 7) AS month, o.amount, COUNT(DISTINCT i.product) AS products
--   FROM items i JOIN orders o ON o.id = i.order_id JOIN customers c ON c.nr = o.customer
--   GROUP BY c.name, SUBSTR(o.placed, 1, 7), o.amount;
-- rows changed: items

INSERT INTO "temp"."mview$1$keys" ("c1", "c2", "c3") SELECT "customers"."name" AS "c1", SUBSTR("orders"."placed", 1, 7) AS "c2", "orders"."amount" AS "c3"
FROM "main"."MLOG$_items" AS "log"
CROSS JOIN "main"."orders" AS "orders"
CROSS JOIN "main"."customers" AS "customers"
WHERE ("orders"."id" = "log"."order_id") AND ("customers"."nr" = "orders"."customer")
GROUP BY "customers"."name", SUBSTR("orders"."placed", 1, 7), "orders"."amount";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE (IFNULL("container"."name", x'') = IFNULL("keys"."c1", x'') AND ("container"."name" IS NULL) = ("keys"."c1" IS NULL)) AND (IFNULL("container"."month", x'') = IFNULL("keys"."c2", x'') AND ("container"."month" IS NULL) = ("keys"."c2" IS NULL)) AND (IFNULL("container"."amount", x'') = IFNULL("keys"."c3", x'') AND ("container"."amount" IS NULL) = ("keys"."c3" IS NULL)));

INSERT INTO "main"."v" ("name", "month", "amount", "products") SELECT "customers"."name" AS "name", SUBSTR("orders"."placed", 1, 7) AS "month", "orders"."amount" AS "amount", COUNT(DISTINCT "items"."product") AS "products"
FROM (SELECT "keys"."c1" AS "c1"
FROM "temp"."mview$1$keys" AS "keys"
WHERE 1 = 1
GROUP BY "keys"."c1") AS "starts"
CROSS JOIN "main"."customers" AS "customers"
CROSS JOIN "main"."orders" AS "orders"
CROSS JOIN "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."items" AS "items"
WHERE ("orders"."id" = "items"."order_id") AND ("customers"."nr" = "orders"."customer") AND ("customers"."name" IS "starts"."c1") AND ("keys"."c1" IS "starts"."c1") AND ((SUBSTR("orders"."placed", 1, 7)) IS "keys"."c2") AND ((COALESCE("orders"."amount", NULL)) IS "keys"."c3")
GROUP BY "customers"."name", SUBSTR("orders"."placed", 1, 7), "orders"."amount";
