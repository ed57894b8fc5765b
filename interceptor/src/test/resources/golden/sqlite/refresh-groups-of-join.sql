-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.nr, SUM(o.amount) AS total, COUNT(*) AS n
--   FROM orders o JOIN customers c ON c.nr = o.customer GROUP BY c.nr;
-- rows changed: orders, customers

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4") SELECT "q"."c_nr" AS "c1", CASE WHEN (SUM(CASE WHEN "q"."o_amount" IS NULL THEN 0 ELSE ("q"."mview$weight") END)) = 0 AND (SUM(("q"."mview$weight") * (CASE WHEN typeof("q"."o_amount") IN ('integer', 'null') AND "q"."o_amount" IS NOT -9223372036854775808 THEN "q"."o_amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("q"."mview$weight") * (CASE WHEN typeof("q"."o_amount") IN ('integer', 'null') AND "q"."o_amount" IS NOT -9223372036854775808 THEN "q"."o_amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "c2", SUM("q"."mview$weight") AS "c3", SUM(CASE WHEN "q"."o_amount" IS NULL THEN 0 ELSE ("q"."mview$weight") END) AS "c4"
FROM (SELECT "log"."customer" AS "o_customer", "log"."amount" AS "o_amount", "customers"."nr" AS "c_nr", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
UNION ALL SELECT "orders"."customer" AS "o_customer", "orders"."amount" AS "o_amount", "log_2"."nr" AS "c_nr", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "log_2"."nr" = "orders"."customer"
UNION ALL SELECT "log_3"."customer" AS "o_customer", "log_3"."amount" AS "o_amount", "log_4"."nr" AS "c_nr", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log_3"
CROSS JOIN "main"."MLOG$_customers" AS "log_4"
WHERE "log_4"."nr" = "log_3"."customer") AS "q"
WHERE 1 = 1
GROUP BY "q"."c_nr";

DELETE
FROM "main"."mview$c$v"
WHERE "nr" IN (SELECT "container"."nr"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("container"."nr" = "changes"."c1") AND ("container"."n" + "changes"."c3" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("nr", "total", "n", "mview$4") SELECT "changes"."c1" AS "nr", "changes"."c2" AS "total", "changes"."c3" AS "n", "changes"."c4" AS "mview$4"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c3" > 0
UNION ALL SELECT "changes_2"."c1" AS "nr", "changes_2"."c2" AS "total", "changes_2"."c3" AS "n", "changes_2"."c4" AS "mview$4"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c3" <= 0) AND ("container"."nr" = "changes_2"."c1")
ON CONFLICT ("nr") DO UPDATE SET "n" = "existing"."n" + "excluded"."n", "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "total" = CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0))) IN ('integer', 'null') AND (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) ELSE abs(-9223372036854775807 - 1) END)
END;

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "q"."c_nr" AS "c1"
FROM (SELECT "log"."customer" AS "o_customer", "log"."amount" AS "o_amount", "customers"."nr" AS "c_nr", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "customers"."nr" = "log"."customer"
UNION ALL SELECT "orders"."customer" AS "o_customer", "orders"."amount" AS "o_amount", "log_2"."nr" AS "c_nr", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_2"
CROSS JOIN "main"."orders" AS "orders"
WHERE "log_2"."nr" = "orders"."customer"
UNION ALL SELECT "log_3"."customer" AS "o_customer", "log_3"."amount" AS "o_amount", "log_4"."nr" AS "c_nr", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log_3"
CROSS JOIN "main"."MLOG$_customers" AS "log_4"
WHERE "log_4"."nr" = "log_3"."customer") AS "q"
WHERE 1 = 1
GROUP BY "q"."c_nr";

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
