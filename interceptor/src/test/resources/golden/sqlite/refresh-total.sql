-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT SUM(amount) AS total, COUNT(*) AS n FROM orders;
-- rows changed: orders
-- may scan container: it has one row
-- may scan orders: a total of values that are not whole is computed anew

UPDATE "main"."mview$c$v" AS "container" SET "mview$3" = "container"."mview$3" + COALESCE("changes"."mview$3", 0), "total" = CASE WHEN ("container"."mview$3" + COALESCE("changes"."mview$3", 0)) = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("container"."total", 0) + COALESCE("changes"."total", 0))) IN ('integer', 'null') AND (COALESCE("container"."total", 0) + COALESCE("changes"."total", 0)) IS NOT -9223372036854775808 THEN (COALESCE("container"."total", 0) + COALESCE("changes"."total", 0)) ELSE abs(-9223372036854775807 - 1) END) END, "n" = "container"."n" + COALESCE("changes"."n", 0)
FROM (SELECT SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END)) AS "total", SUM("log"."SIGN$$") AS "n", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "mview$3"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1) AS "changes";

DELETE
FROM "main"."mview$c$v";

INSERT INTO "main"."mview$c$v" ("total", "n", "mview$3") SELECT SUM("orders"."amount") AS "total", COUNT(*) AS "n", COUNT("orders"."amount") AS "mview$3"
FROM "main"."orders" AS "orders"
WHERE 1 = 1;
