-- CREATE TABLE codes (code TEXT COLLATE NOCASE PRIMARY KEY, meaning TEXT UNIQUE) WITHOUT ROWID;
-- CREATE MATERIALIZED VIEW LOG ON codes WITH PRIMARY KEY (meaning) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_codes" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "code" TEXT COLLATE "nocase", "meaning" TEXT);

CREATE TABLE "mview$replaced$codes" (mview$id1 COLLATE "nocase", "code" TEXT COLLATE "nocase", "meaning" TEXT, PRIMARY KEY (mview$id1)) WITHOUT ROWID;

CREATE TRIGGER "mview$insert$codes" AFTER INSERT ON "codes"
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") VALUES ('I', 'N', 1, NEW."code", NEW."meaning");
END;

CREATE TRIGGER "mview$delete$codes" AFTER DELETE ON "codes"
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") VALUES ('D', 'O', -1, OLD."code", OLD."meaning");
END;

CREATE TRIGGER "mview$update$codes" AFTER UPDATE OF "code", "meaning", rowid, _rowid_, oid ON "codes" WHEN OLD."code" COLLATE BINARY IS NOT NEW."code" OR typeof(OLD."code") <> typeof(NEW."code") OR OLD."meaning" COLLATE BINARY IS NOT NEW."meaning"
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") VALUES ('U', 'U', -1, OLD."code", OLD."meaning"); INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") VALUES ('U', 'N', 1, NEW."code", NEW."meaning");
END;

CREATE TRIGGER "mview$replacing$codes" BEFORE INSERT ON "codes" WHEN EXISTS (SELECT 1
FROM "codes"
WHERE "code" = NEW."code" OR "meaning" = NEW."meaning")
BEGIN DELETE
FROM "mview$replaced$codes"
WHERE (mview$id1) IN (SELECT "code"
FROM "codes"
WHERE "code" = NEW."code" OR "meaning" = NEW."meaning"); INSERT INTO "mview$replaced$codes" (mview$id1, "code", "meaning") SELECT "code", "code", "meaning"
FROM "codes"
WHERE "code" = NEW."code" OR "meaning" = NEW."meaning";
END;

CREATE TRIGGER "mview$replaced$codes" AFTER INSERT ON "codes" WHEN EXISTS (SELECT 1
FROM "mview$replaced$codes")
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") SELECT 'D', 'O', -1, r."code", r."meaning"
FROM "mview$replaced$codes" AS r
WHERE r.mview$id1 = NEW."code" OR NOT EXISTS (SELECT 1
FROM "codes" AS t
WHERE t."code" = r.mview$id1); DELETE
FROM "mview$replaced$codes"
WHERE mview$id1 = NEW."code" OR NOT EXISTS (SELECT 1
FROM "codes" AS t
WHERE t."code" = mview$id1);
END;

CREATE TRIGGER "mview$updating$codes" BEFORE UPDATE OF "meaning", "code", rowid, _rowid_, oid ON "codes" WHEN EXISTS (SELECT 1
FROM "codes"
WHERE ("code" = NEW."code" OR "meaning" = NEW."meaning") AND NOT ("code" = OLD."code"))
BEGIN DELETE
FROM "mview$replaced$codes"
WHERE (mview$id1) IN (SELECT "code"
FROM "codes"
WHERE ("code" = NEW."code" OR "meaning" = NEW."meaning") AND NOT ("code" = OLD."code")); INSERT INTO "mview$replaced$codes" (mview$id1, "code", "meaning") SELECT "code", "code", "meaning"
FROM "codes"
WHERE ("code" = NEW."code" OR "meaning" = NEW."meaning") AND NOT ("code" = OLD."code");
END;

CREATE TRIGGER "mview$updated$codes" AFTER UPDATE ON "codes" WHEN EXISTS (SELECT 1
FROM "mview$replaced$codes")
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") SELECT 'D', 'O', -1, r."code", r."meaning"
FROM "mview$replaced$codes" AS r
WHERE r.mview$id1 = OLD."code" AND (r."code" COLLATE BINARY IS NOT OLD."code" OR r."meaning" COLLATE BINARY IS NOT OLD."meaning"); DELETE
FROM "mview$replaced$codes"
WHERE mview$id1 = OLD."code"; INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") SELECT 'D', 'O', -1, r."code", r."meaning"
FROM "mview$replaced$codes" AS r
WHERE r.mview$id1 = NEW."code" OR NOT EXISTS (SELECT 1
FROM "codes" AS t
WHERE t."code" = r.mview$id1); DELETE
FROM "mview$replaced$codes"
WHERE mview$id1 = NEW."code" OR NOT EXISTS (SELECT 1
FROM "codes" AS t
WHERE t."code" = mview$id1);
END;

CREATE TRIGGER "mview$moving$codes" BEFORE UPDATE OF "meaning", "code", rowid, _rowid_, oid ON "codes" WHEN EXISTS (SELECT 1
FROM "mview$replaced$codes")
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") SELECT 'D', 'O', -1, r."code", r."meaning"
FROM "mview$replaced$codes" AS r
WHERE r.mview$id1 = OLD."code" AND (r."code" COLLATE BINARY IS NOT OLD."code" OR r."meaning" COLLATE BINARY IS NOT OLD."meaning"); DELETE
FROM "mview$replaced$codes"
WHERE mview$id1 = OLD."code";
END;

CREATE TRIGGER "mview$deleted$codes" BEFORE DELETE ON "codes" WHEN EXISTS (SELECT 1
FROM "mview$replaced$codes")
BEGIN INSERT INTO "MLOG$_codes" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "code", "meaning") SELECT 'D', 'O', -1, r."code", r."meaning"
FROM "mview$replaced$codes" AS r
WHERE r.mview$id1 = OLD."code" AND (r."code" COLLATE BINARY IS NOT OLD."code" OR r."meaning" COLLATE BINARY IS NOT OLD."meaning"); DELETE
FROM "mview$replaced$codes"
WHERE mview$id1 = OLD."code";
END;
