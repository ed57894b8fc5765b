-- CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY (amount) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_orders" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "id" INTEGER, "amount" INTEGER);

CREATE TABLE "mview$replaced$orders" (mview$id1 INTEGER PRIMARY KEY, "id" INTEGER, "amount" INTEGER);

CREATE TRIGGER "mview$insert$orders" AFTER INSERT ON "orders"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") VALUES ('I', 'N', 1, NEW."id", NEW."amount");
END;

CREATE TRIGGER "mview$delete$orders" AFTER DELETE ON "orders"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") VALUES ('D', 'O', -1, OLD."id", OLD."amount");
END;

CREATE TRIGGER "mview$update$orders" AFTER UPDATE OF "id", "amount", rowid, _rowid_, oid ON "orders" WHEN OLD."id" COLLATE BINARY IS NOT NEW."id" OR OLD."amount" COLLATE BINARY IS NOT NEW."amount"
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") VALUES ('U', 'U', -1, OLD."id", OLD."amount"); INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") VALUES ('U', 'N', 1, NEW."id", NEW."amount");
END;

CREATE TRIGGER "mview$replacing$orders" BEFORE INSERT ON "orders" WHEN EXISTS (SELECT 1
FROM "orders"
WHERE "rowid" = NEW."rowid")
BEGIN DELETE
FROM "mview$replaced$orders"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "orders"
WHERE "rowid" = NEW."rowid"); INSERT INTO "mview$replaced$orders" (mview$id1, "id", "amount") SELECT "rowid", "id", "amount"
FROM "orders"
WHERE "rowid" = NEW."rowid";
END;

CREATE TRIGGER "mview$replaced$orders" AFTER INSERT ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") SELECT 'D', 'O', -1, r."id", r."amount"
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
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$orders" (mview$id1, "id", "amount") SELECT "rowid", "id", "amount"
FROM "orders"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$orders" AFTER UPDATE ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") SELECT 'D', 'O', -1, r."id", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") SELECT 'D', 'O', -1, r."id", r."amount"
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
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") SELECT 'D', 'O', -1, r."id", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$orders" BEFORE DELETE ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$replaced$orders")
BEGIN INSERT INTO "MLOG$_orders" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "amount") SELECT 'D', 'O', -1, r."id", r."amount"
FROM "mview$replaced$orders" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."amount" COLLATE BINARY IS NOT OLD."amount"); DELETE
FROM "mview$replaced$orders"
WHERE mview$id1 = OLD."rowid";
END;
