-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT DISTINCT c.nr FROM customers c JOIN visits x ON x.customer = c.nr;
-- rows changed: customers, visits

INSERT INTO "temp"."mview$1$changes" ("c1", "c2") SELECT "q"."nr" AS "c1", SUM("q"."mview$weight") AS "c2"
FROM (SELECT "log"."nr" AS "nr", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log"
CROSS JOIN "main"."visits" AS "visits"
WHERE "visits"."customer" = "log"."nr"
UNION ALL SELECT "customers"."nr" AS "nr", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_visits" AS "log_2"
CROSS JOIN "main"."customers" AS "customers"
WHERE "log_2"."customer" = "customers"."nr"
UNION ALL SELECT "log_3"."nr" AS "nr", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_3"
CROSS JOIN "main"."MLOG$_visits" AS "log_4"
WHERE "log_4"."customer" = "log_3"."nr") AS "q"
WHERE 1 = 1
GROUP BY "q"."nr";

DELETE
FROM "main"."mview$c$v"
WHERE "nr" IN (SELECT "container"."nr"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("container"."nr" = "changes"."c1") AND ("container"."mview$2" + "changes"."c2" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("nr", "mview$2") SELECT "changes"."c1" AS "nr", "changes"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c2" > 0
UNION ALL SELECT "changes_2"."c1" AS "nr", "changes_2"."c2" AS "mview$2"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c2" <= 0) AND ("container"."nr" = "changes_2"."c1")
ON CONFLICT ("nr") DO UPDATE SET "mview$2" = "existing"."mview$2" + "excluded"."mview$2";
