-- CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS SELECT c.city, COUNT(*) n, SUM(i.line * o.amount) s FROM customers c JOIN orders o ON o.customer = c.nr JOIN items i ON i.order_id = o.id GROUP BY c.city;

CREATE TABLE "MLOG$_customers" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "nr" INTEGER, "city" TEXT COLLATE "nocase");

CREATE TABLE "mview$replaced$customers" (mview$id1 INTEGER PRIMARY KEY, "nr" INTEGER, "city" TEXT COLLATE "nocase");

CREATE TABLE "MLOG$_orders" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "id" INTEGER, "customer" INTEGER, "amount" INTEGER);

CREATE TABLE "mview$replaced$orders" (mview$id1 INTEGER PRIMARY KEY, "id" INTEGER, "customer" INTEGER, "amount" INTEGER);

CREATE TABLE "MLOG$_items" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "order_id" INTEGER, "line" INTEGER);

CREATE TABLE "mview$replaced$items" (mview$id1 INTEGER PRIMARY KEY, "order_id" INTEGER, "line" INTEGER);

CREATE TRIGGER "mview$insert$items" AFTER INSERT ON "items"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'I', 'N', 1, NEW."order_id", NEW."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", 1 AS "n", (1) * (CASE WHEN typeof(("NEW"."line" * "orders"."amount")) = 'null' OR typeof(("NEW"."line" * "orders"."amount")) = 'integer' AND ("NEW"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("NEW"."line" * "orders"."amount") ELSE ("NEW"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("NEW"."line" * "orders"."amount") IS NULL THEN 0 ELSE (1) END AS "mview$4"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT 1 AS "doubtful"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0));
END;

CREATE TRIGGER "mview$delete$items" AFTER DELETE ON "items"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, OLD."order_id", OLD."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", -1 AS "n", (-1) * (CASE WHEN typeof(("OLD"."line" * "orders"."amount")) = 'null' OR typeof(("OLD"."line" * "orders"."amount")) = 'integer' AND ("OLD"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("OLD"."line" * "orders"."amount") ELSE ("OLD"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("OLD"."line" * "orders"."amount") IS NULL THEN 0 ELSE (-1) END AS "mview$4"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT -1 AS "doubtful"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0));
END;

CREATE TRIGGER "mview$update$items" AFTER UPDATE OF "order_id", rowid, _rowid_, oid ON "items" WHEN OLD."order_id" COLLATE BINARY IS NOT NEW."order_id"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'U', 'U', -1, OLD."order_id", OLD."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'U', 'N', 1, NEW."order_id", NEW."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", -1 AS "n", (-1) * (CASE WHEN typeof(("OLD"."line" * "orders"."amount")) = 'null' OR typeof(("OLD"."line" * "orders"."amount")) = 'integer' AND ("OLD"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("OLD"."line" * "orders"."amount") ELSE ("OLD"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("OLD"."line" * "orders"."amount") IS NULL THEN 0 ELSE (-1) END AS "mview$4"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", 1 AS "n", (1) * (CASE WHEN typeof(("NEW"."line" * "orders"."amount")) = 'null' OR typeof(("NEW"."line" * "orders"."amount")) = 'integer' AND ("NEW"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("NEW"."line" * "orders"."amount") ELSE ("NEW"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("NEW"."line" * "orders"."amount") IS NULL THEN 0 ELSE (1) END AS "mview$4"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT -1 AS "doubtful"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT 1 AS "doubtful"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("OLD"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0));
END;

CREATE TRIGGER "mview$staying$items" AFTER UPDATE OF "line", rowid, _rowid_, oid ON "items" WHEN NOT (OLD."order_id" COLLATE BINARY IS NOT NEW."order_id") AND (OLD."line" COLLATE BINARY IS NOT NEW."line")
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'U', 'U', -1, OLD."order_id", OLD."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'U', 'N', 1, NEW."order_id", NEW."line"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", 0 AS "n", COALESCE(((1) * (CASE WHEN typeof(("NEW"."line" * "orders"."amount")) = 'null' OR typeof(("NEW"."line" * "orders"."amount")) = 'integer' AND ("NEW"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("NEW"."line" * "orders"."amount") ELSE ("NEW"."line" * "orders"."amount") + 0.0 END)), 0) - COALESCE(((1) * (CASE WHEN typeof(("OLD"."line" * "orders"."amount")) = 'null' OR typeof(("OLD"."line" * "orders"."amount")) = 'integer' AND ("OLD"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("OLD"."line" * "orders"."amount") ELSE ("OLD"."line" * "orders"."amount") + 0.0 END)), 0) AS "s", COALESCE((CASE WHEN ("NEW"."line" * "orders"."amount") IS NULL THEN 0 ELSE (1) END), 0) - COALESCE((CASE WHEN ("OLD"."line" * "orders"."amount") IS NULL THEN 0 ELSE (1) END), 0) AS "mview$4"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT 1 AS "doubtful"
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("NEW"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0));
END;

CREATE TRIGGER "mview$replacing$items" BEFORE INSERT ON "items" WHEN EXISTS (SELECT 1
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line")
BEGIN DELETE
FROM "mview$replaced$items"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line"); INSERT INTO "mview$replaced$items" (mview$id1, "order_id", "line") SELECT "rowid", "order_id", "line"
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line";
END;

CREATE TRIGGER "mview$replaced$items" AFTER INSERT ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "mview$merged$items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, r."order_id", r."line"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = r.mview$id1); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT "DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line"
FROM "mview$merged$items"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", "log"."SIGN$$" AS "n", ("log"."SIGN$$") * (CASE WHEN typeof(("log"."line" * "orders"."amount")) = 'null' OR typeof(("log"."line" * "orders"."amount")) = 'integer' AND ("log"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("log"."line" * "orders"."amount") ELSE ("log"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("log"."line" * "orders"."amount") IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "mview$4"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT "log"."SIGN$$" AS "doubtful"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$merged$items"; DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$items" BEFORE UPDATE OF "order_id", "line", rowid, _rowid_, oid ON "items" WHEN EXISTS (SELECT 1
FROM "items"
WHERE ("rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line") AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$items"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "items"
WHERE ("rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$items" (mview$id1, "order_id", "line") SELECT "rowid", "order_id", "line"
FROM "items"
WHERE ("rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$items" AFTER UPDATE ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "mview$merged$items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, r."order_id", r."line"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line"); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT "DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line"
FROM "mview$merged$items"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", "log"."SIGN$$" AS "n", ("log"."SIGN$$") * (CASE WHEN typeof(("log"."line" * "orders"."amount")) = 'null' OR typeof(("log"."line" * "orders"."amount")) = 'integer' AND ("log"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("log"."line" * "orders"."amount") ELSE ("log"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("log"."line" * "orders"."amount") IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "mview$4"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT "log"."SIGN$$" AS "doubtful"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$merged$items"; DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "mview$merged$items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, r."order_id", r."line"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = r.mview$id1); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT "DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line"
FROM "mview$merged$items"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", "log"."SIGN$$" AS "n", ("log"."SIGN$$") * (CASE WHEN typeof(("log"."line" * "orders"."amount")) = 'null' OR typeof(("log"."line" * "orders"."amount")) = 'integer' AND ("log"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("log"."line" * "orders"."amount") ELSE ("log"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("log"."line" * "orders"."amount") IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "mview$4"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT "log"."SIGN$$" AS "doubtful"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$merged$items"; DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$items" BEFORE UPDATE OF "order_id", "line", rowid, _rowid_, oid ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "mview$merged$items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, r."order_id", r."line"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line"); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT "DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line"
FROM "mview$merged$items"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", "log"."SIGN$$" AS "n", ("log"."SIGN$$") * (CASE WHEN typeof(("log"."line" * "orders"."amount")) = 'null' OR typeof(("log"."line" * "orders"."amount")) = 'integer' AND ("log"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("log"."line" * "orders"."amount") ELSE ("log"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("log"."line" * "orders"."amount") IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "mview$4"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT "log"."SIGN$$" AS "doubtful"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$merged$items"; DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$items" BEFORE DELETE ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "mview$merged$items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT 'D', 'O', -1, r."order_id", r."line"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line"); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line") SELECT "DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line"
FROM "mview$merged$items"
WHERE EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3); INSERT INTO "mview$c$v" ("city", "n", "s", "mview$4") SELECT "customers"."city" AS "city", "log"."SIGN$$" AS "n", ("log"."SIGN$$") * (CASE WHEN typeof(("log"."line" * "orders"."amount")) = 'null' OR typeof(("log"."line" * "orders"."amount")) = 'integer' AND ("log"."line" * "orders"."amount") BETWEEN -1152921504606846975 AND 1152921504606846975 THEN ("log"."line" * "orders"."amount") ELSE ("log"."line" * "orders"."amount") + 0.0 END) AS "s", CASE WHEN ("log"."line" * "orders"."amount") IS NULL THEN 0 ELSE ("log"."SIGN$$") END AS "mview$4"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id")
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "mview$c$v"."n" + "excluded"."n", "mview$4" = "mview$c$v"."mview$4" + "excluded"."mview$4", "s" = CASE WHEN ("mview$c$v"."mview$4" + "excluded"."mview$4") = 0 AND (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) = 0 THEN NULL ELSE (COALESCE("mview$c$v"."s", 0) + COALESCE("excluded"."s", 0)) END; INSERT INTO "mview$mark" (id) SELECT 1
WHERE (EXISTS (SELECT "log"."SIGN$$" AS "doubtful"
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "container"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("customers"."city" IS NULL)) AND ((typeof("container"."s") NOT IN ('integer', 'null'))))) AND NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 1); DELETE
FROM "mview$c$v"
WHERE rowid IN (SELECT "mview$c$v".rowid
FROM "main"."mview$merged$items" AS "log"
CROSS JOIN "orders" AS "orders"
CROSS JOIN "customers" AS "customers"
CROSS JOIN "mview$c$v" AS "mview$c$v"
WHERE NOT (EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2) OR EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)) AND ("orders"."customer" = "customers"."nr") AND ("log"."order_id" = "orders"."id") AND (IFNULL("mview$c$v"."city", x'') COLLATE "nocase" = IFNULL("customers"."city", x'') COLLATE "nocase" AND ("mview$c$v"."city" IS NULL) = ("customers"."city" IS NULL)) AND (COALESCE("mview$c$v"."n", 0) = 0 AND COALESCE("mview$c$v"."mview$4", 0) = 0 AND COALESCE("mview$c$v"."s", 0) = 0)); DELETE
FROM "mview$merged$items"; DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$insert$customers" AFTER INSERT ON "customers"
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") VALUES ('I', 'N', 1, NEW."nr", NEW."city");
END;

CREATE TRIGGER "mview$delete$customers" AFTER DELETE ON "customers"
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") VALUES ('D', 'O', -1, OLD."nr", OLD."city");
END;

CREATE TRIGGER "mview$update$customers" AFTER UPDATE OF "nr", "city", rowid, _rowid_, oid ON "customers" WHEN OLD."nr" COLLATE BINARY IS NOT NEW."nr" OR OLD."city" COLLATE BINARY IS NOT NEW."city" OR typeof(OLD."city") <> typeof(NEW."city")
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") VALUES ('U', 'U', -1, OLD."nr", OLD."city"); INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") VALUES ('U', 'N', 1, NEW."nr", NEW."city");
END;

CREATE TRIGGER "mview$replacing$customers" BEFORE INSERT ON "customers" WHEN EXISTS (SELECT 1
FROM "customers"
WHERE "rowid" = NEW."rowid")
BEGIN DELETE
FROM "mview$replaced$customers"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "customers"
WHERE "rowid" = NEW."rowid"); INSERT INTO "mview$replaced$customers" (mview$id1, "nr", "city") SELECT "rowid", "nr", "city"
FROM "customers"
WHERE "rowid" = NEW."rowid";
END;

CREATE TRIGGER "mview$replaced$customers" AFTER INSERT ON "customers" WHEN EXISTS (SELECT 1
FROM "mview$replaced$customers")
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") SELECT 'D', 'O', -1, r."nr", r."city"
FROM "mview$replaced$customers" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "customers" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$customers"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "customers" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$customers" BEFORE UPDATE OF "nr", rowid, _rowid_, oid ON "customers" WHEN EXISTS (SELECT 1
FROM "customers"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$customers"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "customers"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$customers" (mview$id1, "nr", "city") SELECT "rowid", "nr", "city"
FROM "customers"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$customers" AFTER UPDATE ON "customers" WHEN EXISTS (SELECT 1
FROM "mview$replaced$customers")
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") SELECT 'D', 'O', -1, r."nr", r."city"
FROM "mview$replaced$customers" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."nr" COLLATE BINARY IS NOT OLD."nr" OR r."city" COLLATE BINARY IS NOT OLD."city"); DELETE
FROM "mview$replaced$customers"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") SELECT 'D', 'O', -1, r."nr", r."city"
FROM "mview$replaced$customers" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "customers" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$customers"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "customers" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$customers" BEFORE UPDATE OF "nr", rowid, _rowid_, oid ON "customers" WHEN EXISTS (SELECT 1
FROM "mview$replaced$customers")
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") SELECT 'D', 'O', -1, r."nr", r."city"
FROM "mview$replaced$customers" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."nr" COLLATE BINARY IS NOT OLD."nr" OR r."city" COLLATE BINARY IS NOT OLD."city"); DELETE
FROM "mview$replaced$customers"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$customers" BEFORE DELETE ON "customers" WHEN EXISTS (SELECT 1
FROM "mview$replaced$customers")
BEGIN INSERT INTO "MLOG$_customers" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "nr", "city") SELECT 'D', 'O', -1, r."nr", r."city"
FROM "mview$replaced$customers" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."nr" COLLATE BINARY IS NOT OLD."nr" OR r."city" COLLATE BINARY IS NOT OLD."city"); DELETE
FROM "mview$replaced$customers"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$marking$insert$customers" BEFORE INSERT ON "customers" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2)
BEGIN INSERT INTO "mview$mark" (id) VALUES (2);
END;

CREATE TRIGGER "mview$marking$update$customers" BEFORE UPDATE OF "nr", "city", rowid, _rowid_, oid ON "customers" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2)
BEGIN INSERT INTO "mview$mark" (id) VALUES (2);
END;

CREATE TRIGGER "mview$marking$delete$customers" BEFORE DELETE ON "customers" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 2)
BEGIN INSERT INTO "mview$mark" (id) VALUES (2);
END;

CREATE TRIGGER "mview$insert$orders" AFTER INSERT ON "orders"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") VALUES ('I', 'N', 1, NEW."id", NEW."customer", NEW."amount");
END;

CREATE TRIGGER "mview$delete$orders" AFTER DELETE ON "orders"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") VALUES ('D', 'O', -1, OLD."id", OLD."customer", OLD."amount");
END;

CREATE TRIGGER "mview$update$orders" AFTER UPDATE OF "id", "customer", "amount", rowid, _rowid_, oid ON "orders" WHEN OLD."id" COLLATE BINARY IS NOT NEW."id" OR OLD."customer" COLLATE BINARY IS NOT NEW."customer" OR OLD."amount" COLLATE BINARY IS NOT NEW."amount"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") VALUES ('U', 'U', -1, OLD."id", OLD."customer", OLD."amount"); INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") VALUES ('U', 'N', 1, NEW."id", NEW."customer", NEW."amount");
END;

CREATE TRIGGER "mview$replacing$orders" BEFORE INSERT ON "orders" WHEN EXISTS (SELECT 1
FROM "orders"
WHERE "rowid" = NEW."rowid")
BEGIN DELETE
FROM "mview$replaced$orders"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "orders"
WHERE "rowid" = NEW."rowid"); INSERT INTO "mview$replaced$orders" (mview$id1, "id", "customer", "amount") SELECT "rowid", "id", "customer", "amount"
FROM "orders"
WHERE "rowid" = NEW."rowid";
END;

CREATE TRIGGER "mview$replaced$orders" AFTER INSERT ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") SELECT 'D', 'O', -1, r."id", r."customer", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "orders" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "orders" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$orders" BEFORE UPDATE OF "id", rowid, _rowid_, oid ON "orders" WHEN EXISTS (SELECT 1
FROM "orders"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$orders"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "orders"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$orders" (mview$id1, "id", "customer", "amount") SELECT "rowid", "id", "customer", "amount"
FROM "orders"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$orders" AFTER UPDATE ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") SELECT 'D', 'O', -1, r."id", r."customer", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") SELECT 'D', 'O', -1, r."id", r."customer", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "orders" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "orders" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$orders" BEFORE UPDATE OF "id", rowid, _rowid_, oid ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") SELECT 'D', 'O', -1, r."id", r."customer", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$orders" BEFORE DELETE ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "customer", "amount") SELECT 'D', 'O', -1, r."id", r."customer", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$marking$insert$orders" BEFORE INSERT ON "orders" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)
BEGIN INSERT INTO "mview$mark" (id) VALUES (3);
END;

CREATE TRIGGER "mview$marking$update$orders" BEFORE UPDATE OF "id", "customer", "amount", rowid, _rowid_, oid ON "orders" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)
BEGIN INSERT INTO "mview$mark" (id) VALUES (3);
END;

CREATE TRIGGER "mview$marking$delete$orders" BEFORE DELETE ON "orders" WHEN NOT EXISTS (SELECT 1
FROM "mview$mark"
WHERE id = 3)
BEGIN INSERT INTO "mview$mark" (id) VALUES (3);
END;
