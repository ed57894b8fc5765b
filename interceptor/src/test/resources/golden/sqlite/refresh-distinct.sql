-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT DISTINCT customer FROM orders;
-- rows changed: orders

INSERT INTO "main"."mview$c$v" AS "existing" ("customer", "mview$2") SELECT "log"."customer" AS "customer", "log"."SIGN$$" AS "mview$2"
FROM "main"."MLOG$_orders" AS "log"
WHERE 1 = 1
ON CONFLICT ("customer") DO UPDATE SET "mview$2" = "existing"."mview$2" + "excluded"."mview$2";

DELETE
FROM "main"."mview$c$v"
WHERE "customer" IN (SELECT "container"."customer"
FROM "main"."MLOG$_orders" AS "log"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("log"."SIGN$$") < 0) AND ("container"."customer" = "log"."customer") AND ("container"."mview$2" = 0));
