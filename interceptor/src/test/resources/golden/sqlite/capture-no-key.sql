-- CREATE MATERIALIZED VIEW LOG ON visits WITH ROWID (customer, placed) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_visits" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "customer" INTEGER, "placed" TEXT);

CREATE TABLE "mview$replaced$visits" (mview$id1 INTEGER PRIMARY KEY, "customer" INTEGER, "placed" TEXT);

CREATE TRIGGER "mview$insert$visits" AFTER INSERT ON "visits"
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") VALUES ('I', 'N', 1, NEW."customer", NEW."placed");
END;

CREATE TRIGGER "mview$delete$visits" AFTER DELETE ON "visits"
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") VALUES ('D', 'O', -1, OLD."customer", OLD."placed");
END;

CREATE TRIGGER "mview$update$visits" AFTER UPDATE OF "customer", "placed", rowid, _rowid_, oid ON "visits" WHEN OLD."customer" COLLATE BINARY IS NOT NEW."customer" OR OLD."placed" COLLATE BINARY IS NOT NEW."placed"
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") VALUES ('U', 'U', -1, OLD."customer", OLD."placed"); INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") VALUES ('U', 'N', 1, NEW."customer", NEW."placed");
END;

CREATE TRIGGER "mview$replacing$visits" BEFORE INSERT ON "visits" WHEN EXISTS (SELECT 1
FROM "visits"
WHERE "rowid" = NEW."rowid")
BEGIN DELETE
FROM "mview$replaced$visits"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "visits"
WHERE "rowid" = NEW."rowid"); INSERT INTO "mview$replaced$visits" (mview$id1, "customer", "placed") SELECT "rowid", "customer", "placed"
FROM "visits"
WHERE "rowid" = NEW."rowid";
END;

CREATE TRIGGER "mview$replaced$visits" AFTER INSERT ON "visits" WHEN EXISTS (SELECT 1
FROM "mview$replaced$visits")
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") SELECT 'D', 'O', -1, r."customer", r."placed"
FROM "mview$replaced$visits" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "visits" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$visits"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "visits" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$visits" BEFORE UPDATE OF rowid, _rowid_, oid ON "visits" WHEN EXISTS (SELECT 1
FROM "visits"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$visits"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "visits"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$visits" (mview$id1, "customer", "placed") SELECT "rowid", "customer", "placed"
FROM "visits"
WHERE ("rowid" = NEW."rowid") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$visits" AFTER UPDATE ON "visits" WHEN EXISTS (SELECT 1
FROM "mview$replaced$visits")
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") SELECT 'D', 'O', -1, r."customer", r."placed"
FROM "mview$replaced$visits" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."placed" COLLATE BINARY IS NOT OLD."placed"); DELETE
FROM "mview$replaced$visits"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") SELECT 'D', 'O', -1, r."customer", r."placed"
FROM "mview$replaced$visits" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "visits" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$visits"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "visits" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$visits" BEFORE UPDATE OF rowid, _rowid_, oid ON "visits" WHEN EXISTS (SELECT 1
FROM "mview$replaced$visits")
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") SELECT 'D', 'O', -1, r."customer", r."placed"
FROM "mview$replaced$visits" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."placed" COLLATE BINARY IS NOT OLD."placed"); DELETE
FROM "mview$replaced$visits"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$visits" BEFORE DELETE ON "visits" WHEN EXISTS (SELECT 1
FROM "mview$replaced$visits")
BEGIN INSERT INTO "MLOG$_visits" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "customer", "placed") SELECT 'D', 'O', -1, r."customer", r."placed"
FROM "mview$replaced$visits" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."customer" COLLATE BINARY IS NOT OLD."customer" OR r."placed" COLLATE BINARY IS NOT OLD."placed"); DELETE
FROM "mview$replaced$visits"
WHERE mview$id1 = OLD."rowid";
END;
