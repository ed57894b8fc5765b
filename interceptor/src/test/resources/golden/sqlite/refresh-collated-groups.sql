-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT city, COUNT(*) AS n FROM customers GROUP BY city;
-- rows changed: customers

INSERT INTO "temp"."mview$1$changes" ("c1", "c2") SELECT "log"."city" AS "c1", SUM("log"."SIGN$$") AS "c2"
FROM "main"."MLOG$_customers" AS "log"
WHERE 1 = 1
GROUP BY "log"."city";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("changes"."c1", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("changes"."c1" IS NULL)) AND ("container"."n" + "changes"."c2" = 0));

INSERT INTO "main"."v" AS "existing" ("city", "n") SELECT "changes"."c1" AS "city", "changes"."c2" AS "n"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c2" > 0
UNION ALL SELECT "changes_2"."c1" AS "city", "changes_2"."c2" AS "n"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."v" AS "container"
WHERE ("changes_2"."c2" <= 0) AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("changes_2"."c1", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("changes_2"."c1" IS NULL))
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "existing"."n" + "excluded"."n";
