-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT placed, AVG(amount) AS mean FROM orders GROUP BY placed;
-- rows changed: orders
-- may scan orders: reading groups again, as values that are not whole ask for, has no index on placed

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "c5") SELECT "log"."placed" AS "c1", CAST((CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END) AS REAL) / (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) AS "c2", SUM("log"."SIGN$$") AS "c3", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "c4", CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "c5"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."placed";

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (IFNULL("container"."placed", x'') = IFNULL("changes"."c1", x'') AND ("container"."placed" IS NULL) = ("changes"."c1" IS NULL)) AND ("container"."mview$3" + "changes"."c3" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("placed", "mean", "mview$3", "mview$4", "mview$5") SELECT "changes"."c1" AS "placed", "changes"."c2" AS "mean", "changes"."c3" AS "mview$3", "changes"."c4" AS "mview$4", "changes"."c5" AS "mview$5"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c3" > 0
UNION ALL SELECT "changes_2"."c1" AS "placed", "changes_2"."c2" AS "mean", "changes_2"."c3" AS "mview$3", "changes_2"."c4" AS "mview$4", "changes_2"."c5" AS "mview$5"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c3" <= 0) AND (IFNULL("container"."placed", x'') = IFNULL("changes_2"."c1", x'') AND ("container"."placed" IS NULL) = ("changes_2"."c1" IS NULL))
ON CONFLICT (IFNULL("placed", x''), "placed" IS NULL) DO UPDATE SET "mview$3" = "existing"."mview$3" + "excluded"."mview$3", "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "mview$5" = CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0))) IN ('integer', 'null') THEN (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) ELSE abs(-9223372036854775807 - 1) END) END, "mean" = CAST((CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0))) IN ('integer', 'null') THEN (COALESCE("existing"."mview$5", 0) + COALESCE("excluded"."mview$5", 0)) ELSE abs(-9223372036854775807 - 1) END) END) AS REAL) / ("existing"."mview$4" + "excluded"."mview$4");

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
