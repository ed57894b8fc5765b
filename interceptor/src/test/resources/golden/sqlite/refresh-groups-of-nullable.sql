-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT placed, AVG(amount) AS mean FROM orders GROUP BY placed;
-- rows changed: orders
-- may scan orders: reading groups again, as values that are not whole ask for, has no index on placed

INSERT INTO "main"."mview$c$v" AS "existing" ("placed", "mean", "mview$3", "mview$4", "mview$5") SELECT "log"."placed" AS "placed", CAST((CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END) AS REAL) / (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) AS "mean", SUM("log"."SIGN$$") AS "mview$3", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "mview$4", CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "mview$5"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."placed"
ON CONFLICT (IFNULL("placed", x''), "placed" IS NULL) DO UPDATE SET "mview$3" = "existing"."mview$3" + "excluded"."mview$3", "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "mview$5" = CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0))) IN ('integer', 'null') AND (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) ELSE abs(-9223372036854775807 - 1) END) END, "mean" = CAST((CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0))) IN ('integer', 'null') AND (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) ELSE abs(-9223372036854775807 - 1) END) END) AS REAL) / ("existing"."mview$4" + "excluded"."mview$4");

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("log"."SIGN$$") < 0) AND (IFNULL("container"."placed", x'') = IFNULL("log"."placed", x'') AND ("container"."placed" IS NULL) = ("log"."placed" IS NULL)) AND ("container"."mview$3" = 0));

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "log"."placed" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."placed";

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE IFNULL("container"."placed", x'') = IFNULL("keys"."c1", x'') AND ("container"."placed" IS NULL) = ("keys"."c1" IS NULL));

INSERT INTO "main"."mview$c$v" ("placed", "mean", "mview$3", "mview$4", "mview$5") SELECT "orders"."placed" AS "placed", AVG("orders"."amount") AS "mean", COUNT(*) AS "mview$3", COUNT("orders"."amount") AS "mview$4", SUM("orders"."amount") AS "mview$5"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."placed" IS "keys"."c1"
GROUP BY "orders"."placed";
