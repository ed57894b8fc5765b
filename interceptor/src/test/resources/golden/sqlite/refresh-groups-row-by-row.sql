-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT customer, SUM(amount) AS total, COUNT(amount) AS n, COUNT(*) AS c FROM orders GROUP BY customer;
-- rows added: orders

INSERT INTO "main"."v" AS "existing" ("customer", "total", "n", "c") SELECT "log"."customer" AS "customer", ("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END) AS "total", CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "n", "log"."SIGN$$" AS "c"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
ON CONFLICT ("customer") DO UPDATE SET "c" = "existing"."c" + "excluded"."c", "n" = "existing"."n" + "excluded"."n", "total" = CASE WHEN ("existing"."n" + "excluded"."n") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0))) IN ('integer', 'null') AND (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) ELSE abs(-9223372036854775807 - 1) END)
END;

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

DELETE
FROM "main"."v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."v" AS "container"
WHERE "container"."customer" = "keys"."c1");

INSERT INTO "main"."v" ("customer", "total", "n", "c") SELECT "orders"."customer" AS "customer", SUM("orders"."amount") AS "total", COUNT("orders"."amount") AS "n", COUNT(*) AS "c"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys"."c1"
GROUP BY "orders"."customer";
