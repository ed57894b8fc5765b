-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT o.id, c.nr, c.name, o.amount FROM orders o JOIN customers c ON c.nr = o.customer;
-- rows changed: customers

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "mview$weight") SELECT "orders"."id" AS "c1", "log"."nr" AS "c2", "log"."name" AS "c3", "orders"."amount" AS "c4", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log"
CROSS JOIN "main"."orders" AS "orders"
WHERE "log"."nr" = "orders"."customer"
GROUP BY "orders"."id", "log"."nr", "log"."name", "orders"."amount"
HAVING (SUM("log"."SIGN$$")) <> 0;

DELETE
FROM "main"."v"
WHERE ("id", "nr") IN (SELECT "container"."id", "container"."nr"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."id" = "changes"."c1") AND ("container"."nr" = "changes"."c2"));

INSERT INTO "main"."v" ("id", "nr", "name", "amount") SELECT "changes"."c1" AS "id", "changes"."c2" AS "nr", "changes"."c3" AS "name", "changes"."c4" AS "amount"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
