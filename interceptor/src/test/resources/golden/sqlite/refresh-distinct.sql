-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT DISTINCT customer FROM orders;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2") SELECT "log"."customer" AS "c1", SUM("log"."SIGN$$") AS "c2"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("container"."customer" = "changes"."c1") AND ("container"."mview$2" + "changes"."c2" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("customer", "mview$2") SELECT "changes"."c1" AS "customer", "changes"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c2" > 0
UNION ALL SELECT "changes_2"."c1" AS "customer", "changes_2"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c2" <= 0) AND ("container"."customer" = "changes_2"."c1")
ON CONFLICT ("customer") DO UPDATE SET "mview$2" = "existing"."mview$2" + "excluded"."mview$2";
