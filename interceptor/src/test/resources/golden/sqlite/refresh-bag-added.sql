-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT placed FROM visits;
-- rows added: visits

INSERT INTO "main"."v" ("placed") SELECT "log"."placed" AS "placed"
FROM "main"."MLOG$_visits" AS "log"
WHERE 1 = 1;
