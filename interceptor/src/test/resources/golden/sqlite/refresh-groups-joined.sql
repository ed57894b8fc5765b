-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT c.nr, c.name, t.total FROM customers c
--   JOIN (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) t ON t.customer = c.nr;
-- rows changed: orders

INSERT INTO "main"."mview$i$v$1" AS "existing" ("c1", "c2", "c3", "c4") SELECT "log"."customer" AS "c1", CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "c2", SUM("log"."SIGN$$") AS "c3", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "c4"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer"
ON CONFLICT ("c1") DO UPDATE SET "c3" = "existing"."c3" + "excluded"."c3", "c4" = "existing"."c4" + "excluded"."c4", "c2" = CASE WHEN ("existing"."c4" + "excluded"."c4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."c2", 0) + COALESCE("excluded"."c2", 0))) IN ('integer', 'null') AND (COALESCE("existing"."c2", 0) + COALESCE("excluded"."c2", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."c2", 0) + COALESCE("excluded"."c2", 0)) ELSE abs(-9223372036854775807 - 1) END)
END;

DELETE
FROM "main"."mview$i$v$1"
WHERE "c1" IN (SELECT "container"."c1"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."mview$i$v$1" AS "container"
WHERE (("log"."SIGN$$") < 0) AND ("container"."c1" = "log"."customer") AND ("container"."c3" = 0));

INSERT INTO "temp"."mview$2$keys" ("c1") SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

DELETE
FROM "main"."mview$i$v$1"
WHERE "c1" IN (SELECT "container"."c1"
FROM "temp"."mview$2$keys" AS "keys"
CROSS JOIN "main"."mview$i$v$1" AS "container"
WHERE "container"."c1" = "keys"."c1");

INSERT INTO "main"."mview$i$v$1" ("c1", "c2", "c3", "c4") SELECT "orders"."customer" AS "c1", SUM("orders"."amount") AS "c2", COUNT(*) AS "c3", COUNT("orders"."amount") AS "c4"
FROM "temp"."mview$2$keys" AS "keys"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys"."c1"
GROUP BY "orders"."customer";

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "mview$weight") SELECT "customers"."nr" AS "c1", "customers"."name" AS "c2", COALESCE("log"."c2", NULL) AS "c3", "log"."c1" AS "c4", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_mview$i$v$1" AS "log"
CROSS JOIN "main"."customers" AS "customers"
WHERE "log"."c1" = "customers"."nr"
GROUP BY "customers"."nr", "customers"."name", (COALESCE("log"."c2", NULL)) COLLATE BINARY, typeof((COALESCE("log"."c2", NULL))), "log"."c1"
HAVING (SUM("log"."SIGN$$")) <> 0;

DELETE
FROM "main"."mview$c$v"
WHERE ("nr", "customer") IN (SELECT "container"."nr", "container"."customer"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."nr" = "changes"."c1") AND ("container"."customer" = "changes"."c4"));

INSERT INTO "main"."mview$c$v" ("nr", "name", "total", "customer") SELECT "changes"."c1" AS "nr", "changes"."c2" AS "name", "changes"."c3" AS "total", "changes"."c4" AS "customer"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
