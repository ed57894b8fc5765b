-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT n, COUNT(*) AS customers FROM (SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer) g GROUP BY n;

SELECT /*           */ *
FROM (WITH "mview$2$keys" ("c1") AS (SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 3 AND view_id = 2)
GROUP BY "log"."customer"), "mview$2$now" ("c1", "c2") AS (SELECT "container"."c1" AS "c1", "container"."c2" AS "c2"
FROM "main"."mview$i$v$1" AS "container"
WHERE NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$2$keys" AS "keys"
WHERE "container"."c1" = "keys"."c1")
UNION ALL SELECT "orders"."customer" AS "c1", COUNT(*) AS "c2"
FROM "mview$2$keys" AS "keys_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys_2"."c1"
GROUP BY "orders"."customer"), "mview$2$change" ("c1", "c2", "mview$weight") AS (SELECT "container"."c1" AS "c1", "container"."c2" AS "c2", -1 AS "mview$weight"
FROM "mview$2$keys" AS "keys"
CROSS JOIN "main"."mview$i$v$1" AS "container"
WHERE "container"."c1" = "keys"."c1"
UNION ALL SELECT "orders"."customer" AS "c1", COUNT(*) AS "c2", 1 AS "mview$weight"
FROM "mview$2$keys" AS "keys_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys_2"."c1"
GROUP BY "orders"."customer"), "mview$1$keys" ("c1") AS (SELECT COALESCE("log"."c2", NULL) AS "c1"
FROM "mview$2$change" AS "log"
WHERE 1 = 1
GROUP BY COALESCE("log"."c2", NULL)) SELECT "container"."n" AS "n", "container"."customers" AS "customers"
FROM "main"."v" AS "container"
WHERE NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$keys" AS "keys"
WHERE "container"."n" = "keys"."c1")
UNION ALL SELECT COALESCE("mview$i$v$1"."c2", NULL) AS "n", COUNT(*) AS "customers"
FROM "mview$2$now" AS "mview$i$v$1"
WHERE (COALESCE("mview$i$v$1"."c2", NULL)) IN (SELECT "keys_2"."c1" AS "c1"
FROM "mview$1$keys" AS "keys_2"
WHERE 1 = 1)
GROUP BY COALESCE("mview$i$v$1"."c2", NULL)) AS v;
