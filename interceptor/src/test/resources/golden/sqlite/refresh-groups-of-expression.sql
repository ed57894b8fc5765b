-- CREATE INDEX orders_of_month ON orders (SUBSTR(placed, 1, 7));
-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT SUBSTR(placed, 1, 7) AS month, COUNT(DISTINCT customer) AS customers FROM orders
--   GROUP BY SUBSTR(placed, 1, 7);
-- rows changed: orders

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT SUBSTR("log"."placed", 1, 7) AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY SUBSTR("log"."placed", 1, 7);

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE IFNULL("container"."month", x'') = IFNULL("keys"."c1", x'') AND ("container"."month" IS NULL) = ("keys"."c1" IS NULL));

INSERT INTO "main"."v" ("month", "customers") SELECT SUBSTR("orders"."placed", 1, 7) AS "month", COUNT(DISTINCT "orders"."customer") AS "customers"
FROM "main"."orders" AS "orders"
WHERE ((SUBSTR("orders"."placed", 1, 7)) IN (SELECT "keys"."c1" AS "c1"
FROM "temp"."mview$1$keys" AS "keys"
WHERE 1 = 1)) OR ((SUBSTR("orders"."placed", 1, 7)) IS NULL AND EXISTS (SELECT 1 AS "c1"
FROM "temp"."mview$1$keys" AS "keys"
WHERE "keys"."c1" IS NULL))
GROUP BY SUBSTR("orders"."placed", 1, 7);
