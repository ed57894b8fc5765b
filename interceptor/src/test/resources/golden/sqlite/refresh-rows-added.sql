-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT id, amount * 2 AS twice FROM orders WHERE amount > 9;
-- rows added: orders

INSERT INTO "main"."v" ("id", "twice") SELECT "log"."id" AS "id", "log"."amount" * 2 AS "twice"
FROM "main"."MLOG$_orders" AS "log"
WHERE "log"."amount" > 9;
