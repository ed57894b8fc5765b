-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT order_id, SUM(price) AS total FROM items GROUP BY order_id;
-- rows changed: items

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "log"."order_id" AS "c1"
FROM "main"."MLOG$_items" AS "log"
WHERE 1 = 1
GROUP BY "log"."order_id";

DELETE
FROM "main"."v"
WHERE "order_id" IN (SELECT "container"."order_id"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE "container"."order_id" = "keys"."c1");

INSERT INTO "main"."v" ("order_id", "total") SELECT "items"."order_id" AS "order_id", SUM("items"."price") AS "total"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."items" AS "items"
WHERE "items"."order_id" = "keys"."c1"
GROUP BY "items"."order_id";
