-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT customer, SUM(amount) AS total, COUNT(amount) AS n, COUNT(*) AS c FROM orders GROUP BY customer;

CREATE TABLE "v" ("customer" INTEGER NOT NULL, "total", "n" INTEGER NOT NULL, "c" INTEGER NOT NULL);

CREATE UNIQUE INDEX "I_SNAP$_v" ON "v" ("customer");
