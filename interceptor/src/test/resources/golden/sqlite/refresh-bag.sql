-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT placed FROM visits;
-- rows changed: visits

INSERT INTO "temp"."mview$1$changes" ("c1", "mview$weight") SELECT "log"."placed" AS "c1", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_visits" AS "log"
WHERE 1 = 1
GROUP BY "log"."placed"
HAVING (SUM("log"."SIGN$$")) <> 0;

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT id
FROM (SELECT t.rowid AS id, s."mview$weight" AS weight, ROW_NUMBER() OVER (PARTITION BY s.rowid) AS number
FROM "temp"."mview$1$changes" AS s
CROSS JOIN "main"."v" AS t
WHERE s."mview$weight" < 0 AND t."placed" IS s."c1")
WHERE number <= -weight);

INSERT INTO "main"."v" ("placed") SELECT "placed"
FROM (WITH RECURSIVE copies AS (SELECT *
FROM (SELECT "changes"."c1" AS "placed", "changes"."mview$weight" AS "mview$weight"
FROM "temp"."mview$1$changes" AS "changes"
WHERE 1 = 1)
WHERE "mview$weight" > 0
UNION ALL SELECT "placed", "mview$weight" - 1
FROM copies
WHERE "mview$weight" > 1) SELECT "placed"
FROM copies)
WHERE 1 = 1;
