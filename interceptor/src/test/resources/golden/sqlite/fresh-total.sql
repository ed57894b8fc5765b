-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT COUNT(*) AS n, COUNT(amount) AS amounts FROM orders;

SELECT /*           */ *
FROM (SELECT "container"."n" + COALESCE("q"."new$n", 0) AS "n", "container"."amounts" + COALESCE("q"."new$amounts", 0) AS "amounts"
FROM (SELECT SUM("log_2"."SIGN$$") AS "new$n", SUM(CASE WHEN "log_2"."amount" IS NULL THEN 0 ELSE ("log_2"."SIGN$$") END) AS "new$amounts"
FROM "main"."MLOG$_orders" AS "log_2"
WHERE "log_2"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)) AS "q"
CROSS JOIN "main"."v" AS "container"
WHERE 1 = 1) AS v;
