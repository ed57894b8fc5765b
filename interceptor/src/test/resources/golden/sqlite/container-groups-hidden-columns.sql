-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT customer, AVG(amount) AS mean FROM orders GROUP BY customer;

CREATE VIEW "v" AS SELECT "c"."customer" AS "customer", "c"."mean" AS "mean"
FROM "mview$c$v" AS "c"
WHERE 1 = 1;
