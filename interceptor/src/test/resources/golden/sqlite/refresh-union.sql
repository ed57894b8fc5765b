-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT placed FROM orders UNION SELECT placed FROM visits;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2") SELECT "log"."placed" AS "c1", SUM("log"."SIGN$$") AS "c2"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."placed";

DELETE
FROM "main"."mview$c$v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (IFNULL("container"."placed", x'') = IFNULL("changes"."c1", x'') AND ("container"."placed" IS NULL) = ("changes"."c1" IS NULL)) AND ("container"."mview$2" + "changes"."c2" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("placed", "mview$2") SELECT "changes"."c1" AS "placed", "changes"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c2" > 0
UNION ALL SELECT "changes_2"."c1" AS "placed", "changes_2"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c2" <= 0) AND (IFNULL("container"."placed", x'') = IFNULL("changes_2"."c1", x'') AND ("container"."placed" IS NULL) = ("changes_2"."c1" IS NULL))
ON CONFLICT (IFNULL("placed", x''), "placed" IS NULL) DO UPDATE SET "mview$2" = "existing"."mview$2" + "excluded"."mview$2";
