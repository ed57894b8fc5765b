-- CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS
--   SELECT MAX(amount) AS m FROM orders;

SELECT /*           */ *
FROM (SELECT "container"."m" AS "m"
FROM "main"."v" AS "container"
WHERE NOT EXISTS (SELECT 1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1))
UNION ALL SELECT "q"."m" AS "m"
FROM (SELECT MAX("orders_2"."amount") AS "m"
FROM "main"."orders" AS "orders_2"
WHERE 1 = 1) AS "q"
WHERE EXISTS (SELECT 1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log_2"
WHERE "log_2"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1))) AS v;
