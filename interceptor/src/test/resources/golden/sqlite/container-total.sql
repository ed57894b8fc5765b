-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT SUM(amount) AS total FROM orders;

CREATE TABLE "mview$c$v" ("total", "mview$2");

CREATE VIEW "v" AS SELECT "c"."total" AS "total"
FROM "mview$c$v" AS "c"
WHERE 1 = 1;
