-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT total, COUNT(*) AS customers
--   FROM (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) GROUP BY total;
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

INSERT INTO "main"."v" AS "existing" ("total", "customers") SELECT COALESCE("log"."c2", NULL) AS "total", "log"."SIGN$$" AS "customers"
FROM "main"."MLOG$_mview$i$v$1" AS "log"
WHERE 1 = 1
ON CONFLICT (IFNULL("total", x''), "total" IS NULL) DO UPDATE SET "customers" = "existing"."customers" + "excluded"."customers";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "main"."MLOG$_mview$i$v$1" AS "log"
CROSS JOIN "main"."v" AS "container"
WHERE (("log"."SIGN$$") < 0) AND (IFNULL("container"."total", x'') = IFNULL((COALESCE("log"."c2", NULL)), x'') AND ("container"."total" IS NULL) = ((COALESCE("log"."c2", NULL)) IS NULL)) AND ("container"."customers" = 0));
