-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT SUBSTR(placed, 1, 4) AS year, amount % 2 AS odd, COUNT(DISTINCT customer) AS customers FROM orders
--   GROUP BY SUBSTR(placed, 1, 4), amount % 2;
-- rows changed: orders
-- may scan orders: there is no index on the expressions; it is read once, not for each key

INSERT INTO "temp"."mview$1$keys" ("c1", "c2") SELECT SUBSTR("log"."placed", 1, 4) AS "c1", "log"."amount" % 2 AS "c2"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY SUBSTR("log"."placed", 1, 4), "log"."amount" % 2;

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE (IFNULL("container"."year", x'') = IFNULL("keys"."c1", x'') AND ("container"."year" IS NULL) = ("keys"."c1" IS NULL)) AND (IFNULL("container"."odd", x'') = IFNULL("keys"."c2", x'') AND ("container"."odd" IS NULL) = ("keys"."c2" IS NULL)));

INSERT INTO "main"."v" ("year", "odd", "customers") SELECT SUBSTR("orders"."placed", 1, 4) AS "year", "orders"."amount" % 2 AS "odd", COUNT(DISTINCT "orders"."customer") AS "customers"
FROM "main"."orders" AS "orders", "temp"."mview$1$keys" AS "keys"
WHERE ((SUBSTR("orders"."placed", 1, 4)) IS "keys"."c1") AND (("orders"."amount" % 2) IS "keys"."c2")
GROUP BY SUBSTR("orders"."placed", 1, 4), "orders"."amount" % 2;
