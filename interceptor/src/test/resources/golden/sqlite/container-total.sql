-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT SUM(amount) AS total FROM orders;

CREATE VIEW "v" AS SELECT "c"."total" AS "total"
FROM "mview$c$v" AS "c"
WHERE 1 = 1;
