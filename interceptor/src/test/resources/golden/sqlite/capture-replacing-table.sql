-- CREATE TABLE latest (sensor TEXT PRIMARY KEY ON CONFLICT REPLACE, value REAL);
-- CREATE MATERIALIZED VIEW LOG ON latest WITH PRIMARY KEY (value) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_latest" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "sensor" TEXT, "value" REAL);

CREATE TABLE "mview$replaced$latest" (mview$id1 INTEGER PRIMARY KEY, "sensor" TEXT, "value" REAL);

CREATE TRIGGER "mview$insert$latest" AFTER INSERT ON "latest"
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") VALUES ('I', 'N', 1, NEW."sensor", NEW."value");
END;

CREATE TRIGGER "mview$delete$latest" AFTER DELETE ON "latest"
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") VALUES ('D', 'O', -1, OLD."sensor", OLD."value");
END;

CREATE TRIGGER "mview$update$latest" AFTER UPDATE OF "sensor", "value", rowid, _rowid_, oid ON "latest" WHEN OLD."sensor" COLLATE BINARY IS NOT NEW."sensor" OR OLD."value" COLLATE BINARY IS NOT NEW."value"
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") VALUES ('U', 'U', -1, OLD."sensor", OLD."value"); INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") VALUES ('U', 'N', 1, NEW."sensor", NEW."value");
END;

CREATE TRIGGER "mview$replacing$latest" BEFORE INSERT ON "latest" WHEN EXISTS (SELECT 1
FROM "latest"
WHERE "rowid" = NEW."rowid" OR "sensor" = NEW."sensor")
BEGIN DELETE
FROM "mview$replaced$latest"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "latest"
WHERE "rowid" = NEW."rowid" OR "sensor" = NEW."sensor"); INSERT INTO "mview$replaced$latest" (mview$id1, "sensor", "value") SELECT "rowid", "sensor", "value"
FROM "latest"
WHERE "rowid" = NEW."rowid" OR "sensor" = NEW."sensor";
END;

CREATE TRIGGER "mview$replaced$latest" AFTER INSERT ON "latest" WHEN EXISTS (SELECT 1
FROM "mview$replaced$latest")
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") SELECT 'D', 'O', -1, r."sensor", r."value"
FROM "mview$replaced$latest" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "latest" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$latest"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "latest" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$latest" BEFORE UPDATE OF "sensor", rowid, _rowid_, oid ON "latest" WHEN EXISTS (SELECT 1
FROM "latest"
WHERE ("rowid" = NEW."rowid" OR "sensor" = NEW."sensor") AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$latest"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "latest"
WHERE ("rowid" = NEW."rowid" OR "sensor" = NEW."sensor") AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$latest" (mview$id1, "sensor", "value") SELECT "rowid", "sensor", "value"
FROM "latest"
WHERE ("rowid" = NEW."rowid" OR "sensor" = NEW."sensor") AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$latest" AFTER UPDATE ON "latest" WHEN EXISTS (SELECT 1
FROM "mview$replaced$latest")
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") SELECT 'D', 'O', -1, r."sensor", r."value"
FROM "mview$replaced$latest" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."sensor" COLLATE BINARY IS NOT OLD."sensor" OR r."value" COLLATE BINARY IS NOT OLD."value"); DELETE
FROM "mview$replaced$latest"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") SELECT 'D', 'O', -1, r."sensor", r."value"
FROM "mview$replaced$latest" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "latest" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$latest"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "latest" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$latest" BEFORE UPDATE OF "sensor", rowid, _rowid_, oid ON "latest" WHEN EXISTS (SELECT 1
FROM "mview$replaced$latest")
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") SELECT 'D', 'O', -1, r."sensor", r."value"
FROM "mview$replaced$latest" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."sensor" COLLATE BINARY IS NOT OLD."sensor" OR r."value" COLLATE BINARY IS NOT OLD."value"); DELETE
FROM "mview$replaced$latest"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$latest" BEFORE DELETE ON "latest" WHEN EXISTS (SELECT 1
FROM "mview$replaced$latest")
BEGIN INSERT INTO "MLOG$_latest" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "sensor", "value") SELECT 'D', 'O', -1, r."sensor", r."value"
FROM "mview$replaced$latest" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."sensor" COLLATE BINARY IS NOT OLD."sensor" OR r."value" COLLATE BINARY IS NOT OLD."value"); DELETE
FROM "mview$replaced$latest"
WHERE mview$id1 = OLD."rowid";
END;
