-- CREATE MATERIALIZED VIEW LOG ON items WITH PRIMARY KEY (price) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_items" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "order_id" INTEGER, "line" INTEGER, "price" REAL);

CREATE TABLE "mview$replaced$items" (mview$id1 INTEGER PRIMARY KEY, "order_id" INTEGER, "line" INTEGER, "price" REAL);

CREATE TRIGGER "mview$insert$items" AFTER INSERT ON "items"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") VALUES ('I', 'N', 1, NEW."order_id", NEW."line", NEW."price");
END;

CREATE TRIGGER "mview$delete$items" AFTER DELETE ON "items"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") VALUES ('D', 'O', -1, OLD."order_id", OLD."line", OLD."price");
END;

CREATE TRIGGER "mview$update$items" AFTER UPDATE OF "order_id", "line", "price", rowid, _rowid_, oid ON "items" WHEN OLD."order_id" COLLATE BINARY IS NOT NEW."order_id" OR OLD."line" COLLATE BINARY IS NOT NEW."line" OR OLD."price" COLLATE BINARY IS NOT NEW."price"
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") VALUES ('U', 'U', -1, OLD."order_id", OLD."line", OLD."price"); INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") VALUES ('U', 'N', 1, NEW."order_id", NEW."line", NEW."price");
END;

CREATE TRIGGER "mview$replacing$items" BEFORE INSERT ON "items" WHEN EXISTS (SELECT 1
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line")
BEGIN DELETE
FROM "mview$replaced$items"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line"); INSERT INTO "mview$replaced$items" (mview$id1, "order_id", "line", "price") SELECT "rowid", "order_id", "line", "price"
FROM "items"
WHERE "rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line";
END;

CREATE TRIGGER "mview$replaced$items" AFTER INSERT ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") SELECT 'D', 'O', -1, r."order_id", r."line", r."price"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = r.mview$id1); DELETE
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
WHERE ("rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$items" (mview$id1, "order_id", "line", "price") SELECT "rowid", "order_id", "line", "price"
FROM "items"
WHERE ("rowid" = NEW."rowid" OR "order_id" = NEW."order_id" AND "line" = NEW."line") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$items" AFTER UPDATE ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") SELECT 'D', 'O', -1, r."order_id", r."line", r."price"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line" OR r."price" COLLATE BINARY IS NOT OLD."price"); DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") SELECT 'D', 'O', -1, r."order_id", r."line", r."price"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "items" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$items" BEFORE UPDATE OF "order_id", "line", rowid, _rowid_, oid ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") SELECT 'D', 'O', -1, r."order_id", r."line", r."price"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line" OR r."price" COLLATE BINARY IS NOT OLD."price"); DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$items" BEFORE DELETE ON "items" WHEN EXISTS (SELECT 1
FROM "mview$replaced$items")
BEGIN INSERT INTO "MLOG$_items" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "order_id", "line", "price") SELECT 'D', 'O', -1, r."order_id", r."line", r."price"
FROM "mview$replaced$items" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."order_id" COLLATE BINARY IS NOT OLD."order_id" OR r."line" COLLATE BINARY IS NOT OLD."line" OR r."price" COLLATE BINARY IS NOT OLD."price"); DELETE
FROM "mview$replaced$items"
WHERE mview$id1 = OLD."rowid";
END;
