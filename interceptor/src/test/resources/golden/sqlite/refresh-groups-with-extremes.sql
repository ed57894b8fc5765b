-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT customer, MIN(amount) AS least, MAX(amount) AS greatest FROM orders GROUP BY customer;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "c5", "c6") SELECT "log"."customer" AS "c1", MIN(CASE WHEN ("log"."SIGN$$") > 0 THEN "log"."amount" END) AS "c2", MAX(CASE WHEN ("log"."SIGN$$") > 0 THEN "log"."amount" END) AS "c3", SUM("log"."SIGN$$") AS "c4", MIN(CASE WHEN ("log"."SIGN$$") < 0 THEN "log"."amount" END) AS "c5", MAX(CASE WHEN ("log"."SIGN$$") < 0 THEN "log"."amount" END) AS "c6"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
GROUP BY "log"."customer";

INSERT INTO "temp"."mview$1$keys" ("c1") SELECT "q"."new$customer" AS "c1"
FROM (SELECT "changes"."c1" AS "new$customer"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("container"."customer" = "changes"."c1") AND ("changes"."c5" <= "container"."least")
UNION ALL SELECT "changes_2"."c1" AS "new$customer"
FROM "temp"."mview$1$changes" AS "changes_2"
WHERE "changes_2"."c5" <= "changes_2"."c2"
UNION ALL SELECT "changes_3"."c1" AS "new$customer"
FROM "temp"."mview$1$changes" AS "changes_3"
CROSS JOIN "main"."mview$c$v" AS "container_2"
WHERE ("container_2"."customer" = "changes_3"."c1") AND ("changes_3"."c6" >= "container_2"."greatest")
UNION ALL SELECT "changes_4"."c1" AS "new$customer"
FROM "temp"."mview$1$changes" AS "changes_4"
WHERE "changes_4"."c6" >= "changes_4"."c3") AS "q"
WHERE 1 = 1
GROUP BY "q"."new$customer";

DELETE
FROM "main"."mview$c$v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("container"."customer" = "changes"."c1") AND ("container"."mview$4" + "changes"."c4" = 0));

INSERT INTO "main"."mview$c$v" AS "existing" ("customer", "least", "greatest", "mview$4") SELECT "changes"."c1" AS "customer", "changes"."c2" AS "least", "changes"."c3" AS "greatest", "changes"."c4" AS "mview$4"
FROM "temp"."mview$1$changes" AS "changes"
WHERE "changes"."c4" > 0
UNION ALL SELECT "changes_2"."c1" AS "customer", "changes_2"."c2" AS "least", "changes_2"."c3" AS "greatest", "changes_2"."c4" AS "mview$4"
FROM "temp"."mview$1$changes" AS "changes_2"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE ("changes_2"."c4" <= 0) AND ("container"."customer" = "changes_2"."c1")
ON CONFLICT ("customer") DO UPDATE SET "mview$4" = "existing"."mview$4" + "excluded"."mview$4", "least" = CASE WHEN "existing"."least" IS NULL OR "excluded"."least" < "existing"."least" THEN "excluded"."least" ELSE "existing"."least" END, "greatest" = CASE WHEN "existing"."greatest" IS NULL OR "excluded"."greatest" > "existing"."greatest" THEN "excluded"."greatest" ELSE "existing"."greatest"
END;

DELETE
FROM "main"."mview$c$v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE "container"."customer" = "keys"."c1");

INSERT INTO "main"."mview$c$v" ("customer", "least", "greatest", "mview$4") SELECT "orders"."customer" AS "customer", MIN("orders"."amount") AS "least", MAX("orders"."amount") AS "greatest", COUNT(*) AS "mview$4"
FROM "temp"."mview$1$keys" AS "keys"
CROSS JOIN "main"."orders" AS "orders"
WHERE "orders"."customer" = "keys"."c1"
GROUP BY "orders"."customer";
