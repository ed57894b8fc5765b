-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT id, amount * 2 AS twice FROM orders WHERE amount > 9;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "mview$weight") SELECT "log"."id" AS "c1", "log"."amount" * 2 AS "c2", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."amount" > 9
GROUP BY "log"."id", ("log"."amount" * 2) COLLATE BINARY, typeof(("log"."amount" * 2))
HAVING (SUM("log"."SIGN$$")) <> 0;

DELETE
FROM "main"."v"
WHERE "id" IN (SELECT "container"."id"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."id" = "changes"."c1"));

INSERT INTO "main"."v" ("id", "twice") SELECT "changes"."c1" AS "id", "changes"."c2" AS "twice"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
