-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT o.id, i.line, c.nr, c.name, i.product FROM customers c
--   JOIN orders o ON o.customer = c.nr JOIN items i ON i.order_id = o.id;
-- rows changed: customers, items

INSERT INTO "temp"."mview$1$changes" ("c1", "c2", "c3", "c4", "c5", "c6", "mview$weight") SELECT "q"."id" AS "c1", "q"."line" AS "c2", "q"."nr" AS "c3", "q"."name" AS "c4", "q"."product" AS "c5", "q"."i_order_id" AS "c6", (SUM("q"."mview$weight")) AS "mview$weight"
FROM (SELECT "orders"."id" AS "id", "items"."line" AS "line", "log"."nr" AS "nr", "log"."name" AS "name", "items"."product" AS "product", "items"."order_id" AS "i_order_id", "log"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log"
CROSS JOIN "main"."orders" AS "orders"
CROSS JOIN "main"."items" AS "items"
WHERE ("orders"."customer" = "log"."nr") AND ("items"."order_id" = "orders"."id")
UNION ALL SELECT "orders_2"."id" AS "id", "log_2"."line" AS "line", "customers"."nr" AS "nr", "customers"."name" AS "name", "log_2"."product" AS "product", "log_2"."order_id" AS "i_order_id", "log_2"."SIGN$$" AS "mview$weight"
FROM "main"."MLOG$_items" AS "log_2"
CROSS JOIN "main"."orders" AS "orders_2"
CROSS JOIN "main"."customers" AS "customers"
WHERE ("orders_2"."customer" = "customers"."nr") AND ("log_2"."order_id" = "orders_2"."id")
UNION ALL SELECT "orders_3"."id" AS "id", "log_4"."line" AS "line", "log_3"."nr" AS "nr", "log_3"."name" AS "name", "log_4"."product" AS "product", "log_4"."order_id" AS "i_order_id", "log_3"."SIGN$$" * "log_4"."SIGN$$" * -1 AS "mview$weight"
FROM "main"."MLOG$_customers" AS "log_3"
CROSS JOIN "main"."orders" AS "orders_3"
CROSS JOIN "main"."MLOG$_items" AS "log_4"
WHERE ("orders_3"."customer" = "log_3"."nr") AND ("log_4"."order_id" = "orders_3"."id")) AS "q"
WHERE 1 = 1
GROUP BY "q"."id", "q"."line", "q"."nr", "q"."name", "q"."product", "q"."i_order_id"
HAVING (SUM("q"."mview$weight")) <> 0;

DELETE
FROM "main"."mview$c$v"
WHERE ("nr", "id", "i_order_id", "line") IN (SELECT "container"."nr", "container"."id", "container"."i_order_id", "container"."line"
FROM "temp"."mview$1$changes" AS "changes"
CROSS JOIN "main"."mview$c$v" AS "container"
WHERE (("changes"."mview$weight") < 0) AND ("container"."nr" = "changes"."c3") AND ("container"."id" = "changes"."c1") AND ("container"."i_order_id" = "changes"."c6") AND ("container"."line" = "changes"."c2"));

INSERT INTO "main"."mview$c$v" ("id", "line", "nr", "name", "product", "i_order_id") SELECT "changes"."c1" AS "id", "changes"."c2" AS "line", "changes"."c3" AS "nr", "changes"."c4" AS "name", "changes"."c5" AS "product", "changes"."c6" AS "i_order_id"
FROM "temp"."mview$1$changes" AS "changes"
WHERE ("changes"."mview$weight") > 0;
