-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, amount FROM orders;
-- CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT id, placed FROM orders;
-- rows changed: orders

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "mview$weight") SELECT "log"."id" AS "c1", "log"."amount" AS "c2", (SUM("log"."SIGN$$")) AS "mview$weight"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."SEQUENCE$$" > (SELECT position
FROM "mview$reader"
WHERE log_id = 2 AND view_id = 1)
GROUP BY "log"."id", "log"."amount"
HAVING (SUM("log"."SIGN$$")) <> 0;

DELETE
FROM "main"."v"
WHERE "id" IN (SELECT "container"."id"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."id" = "changes"."c1"));

INSERT INTO "main"."v" ("id", "amount") SELECT "changes"."c1" AS "id", "changes"."c2" AS "amount"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
