-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT placed FROM visits;

SELECT /*           */ *
FROM (WITH "mview$1$changes" ("c1", "mview$weight") AS (SELECT "log"."placed" AS "c1", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_visits" AS "log"
WHERE "log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)
GROUP BY "log"."placed"
HAVING (SUM("log"."SIGN$$")) <> 0) SELECT "container"."placed" AS "placed"
FROM "main"."v" AS "container"
WHERE (NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$changes" AS "changes"
WHERE ("container"."placed" = "changes"."c1") AND ("container"."placed" IS "changes"."c1"))) AND (NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$changes" AS "changes_2"
WHERE ("container"."placed" IS NULL) AND ("container"."placed" IS "changes_2"."c1") AND ("container"."placed" IS "changes_2"."c1")))
UNION ALL SELECT "placed"
FROM (WITH RECURSIVE copies AS (SELECT *
FROM (SELECT "q"."placed" AS "placed", (SUM("q"."mview$weight")) AS "mview$weight"
FROM (SELECT "container_2"."placed" AS "placed", 1 AS "mview$weight"
FROM "main"."v" AS "container_2"
WHERE EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$changes" AS "changes_3"
WHERE ("container_2"."placed" = "changes_3"."c1") AND ("container_2"."placed" IS "changes_3"."c1"))
UNION ALL SELECT "container_3"."placed" AS "placed", 1 AS "mview$weight"
FROM "main"."v" AS "container_3"
WHERE EXISTS (SELECT 1 AS "mview$weight"
FROM "mview$1$changes" AS "changes_4"
WHERE ("container_3"."placed" IS NULL) AND ("container_3"."placed" IS "changes_4"."c1") AND ("container_3"."placed" IS "changes_4"."c1"))
UNION ALL SELECT "changes_5"."c1" AS "placed", "changes_5"."mview$weight" AS "mview$weight"
FROM "mview$1$changes" AS "changes_5"
WHERE 1 = 1) AS "q"
WHERE 1 = 1
GROUP BY "q"."placed"
HAVING (SUM("q"."mview$weight")) <> 0)
WHERE "mview$weight" > 0
UNION ALL SELECT "placed", "mview$weight" - 1
FROM copies
WHERE "mview$weight" > 1) SELECT "placed"
FROM copies)
WHERE 1 = 1) AS v;
