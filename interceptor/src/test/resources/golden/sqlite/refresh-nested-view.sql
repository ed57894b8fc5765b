-- CREATE MATERIALIZED VIEW u REFRESH FAST AS SELECT id, customer, amount FROM orders WHERE amount > 9;
-- CREATE INDEX u_of_customer ON u (customer);
-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT customer, SUM(amount) AS total FROM u GROUP BY customer;
-- rows changed: u

INSERT INTO "main"."mview$c$v" AS "existing" ("customer", "total", "mview$3", "mview$4") SELECT "log"."customer" AS "customer", CASE WHEN (SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END)) = 0 AND (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) = 0 THEN NULL ELSE (SUM(("log"."SIGN$$") * (CASE WHEN typeof("log"."amount") IN ('integer', 'null') AND "log"."amount" IS NOT -9223372036854775808 THEN "log"."amount" ELSE abs(-9223372036854775807 - 1) END))) END AS "total", SUM("log"."SIGN$$") AS "mview$3", SUM(CASE WHEN "log"."amount" IS NULL THEN 0 ELSE ("log"."SIGN$$") END) AS "mview$4"
FROM "main"."MLOG$_u" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer"
ON CONFLICT ("customer") DO UPDATE SET "mview$3" = "existing"."mview$3" + "excluded"."mview$3", "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "total" = CASE WHEN ("existing"."mview$4" + "excluded"."mview$4") = 0 THEN NULL ELSE (CASE WHEN typeof((COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0))) IN ('integer', 'null') AND (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) IS NOT -9223372036854775808 THEN (COALESCE("existing"."total", 0) + COALESCE("excluded"."total", 0)) ELSE abs(-9223372036854775807 - 1) END)
END;

DELETE
FROM "main"."mview$c$v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "main"."MLOG$_u" AS "log"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("log"."SIGN$$") < 0) AND ("container"."customer" = "log"."customer") AND ("container"."mview$3" = 0));

INSERT INTO "temp"."mview$3$keys" ("c1") SELECT "log"."customer" AS "c1"
FROM "main"."MLOG$_u" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

DELETE
FROM "main"."mview$c$v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "temp"."mview$3$keys" AS "keys"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE "container"."customer" = "keys"."c1");

INSERT INTO "main"."mview$c$v" ("customer", "total", "mview$3", "mview$4") SELECT "u"."customer" AS "customer", SUM("u"."amount") AS "total", COUNT(*) AS "mview$3", COUNT("u"."amount") AS "mview$4"
FROM "temp"."mview$3$keys" AS "keys"
CROSS JOIN "main"."u" AS "u"
WHERE "u"."customer" = "keys"."c1"
GROUP BY "u"."customer";
