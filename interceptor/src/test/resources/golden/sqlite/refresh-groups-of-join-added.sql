-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.nr, SUM(o.amount) AS total, COUNT(*) AS n
--   FROM orders o JOIN customers c ON c.nr = o.customer GROUP BY c.nr;
-- rows added: orders

INSERT INTO "main"."mview$c$v" AS "existing" ("nr", "total", "n", "mview$4") SELECT "customers"."nr" AS "nr", CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "total", SUM("log"."SIGN$$") AS "n", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "mview$4"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
GROUP BY "customers"."nr"
ON CONFLICT ("nr") DO UPDATE SET "n" = "existing"."n" + "excluded"."n", "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "total" = CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0))) IN ('integer', 'null') AND (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) ELSE abs(-9223372036854775807 - 1) END)
END;

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "customers"."nr" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
GROUP BY "customers"."nr";

DELETE
FROM "main"."mview$c$v"
WHERE "nr" IN (SELECT "container"."nr"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE "container"."nr" = "keys"."c1");

INSERT INTO "main"."mview$c$v" ("nr", "total", "n", "mview$4") SELECT "customers"."nr" AS "nr", SUM("orders"."amount") AS "total", COUNT(*) AS "n", COUNT("orders"."amount") AS "mview$4"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."customers" AS "customers"
CROSS JOIN "main"."orders" AS "orders"
WHERE ("customers"."nr" = "orders"."customer") AND ("customers"."nr" = "keys"."c1")
GROUP BY "customers"."nr";
