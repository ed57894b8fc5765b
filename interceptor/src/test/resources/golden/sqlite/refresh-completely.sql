-- CREATE MATERIALIZED VIEW v REFRESH FORCE AS
--   SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer;
-- may scan orders: a complete refresh reads everything

DELETE
FROM "main"."mview$c$v";

INSERT INTO "main"."mview$c$v" ("customer", "total", "mview$3", "mview$4") SELECT "orders"."customer" AS "customer", SUM("orders"."amount") AS "total", COUNT(*) AS "mview$3", COUNT("orders"."amount") AS "mview$4"
FROM "main"."orders" AS "orders"
WHERE 1 = 1
GROUP BY "orders"."customer";
