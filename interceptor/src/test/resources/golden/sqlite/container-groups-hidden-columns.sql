-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT customer, AVG(amount) AS mean FROM orders GROUP BY customer;

CREATE TABLE "mview$c$v" ("customer" INTEGER NOT NULL, "mean", "mview$3", "mview$4", "mview$5");

CREATE VIEW "v" AS SELECT "c"."customer" AS "customer", "c"."mean" AS "mean"
FROM "mview$c$v" AS "c"
WHERE 1 = 1;

CREATE UNIQUE INDEX "I_SNAP$_v" ON "mview$c$v" ("customer");
