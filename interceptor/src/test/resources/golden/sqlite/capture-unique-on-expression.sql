-- CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, domain TEXT AS (substr(mail, instr(mail, '@'))) STORED);
-- CREATE UNIQUE INDEX one_mail ON people (lower(mail)) WHERE mail IS NOT NULL;
-- CREATE MATERIALIZED VIEW LOG ON people WITH PRIMARY KEY (name, domain) INCLUDING NEW VALUES;

CREATE TABLE "MLOG$_people" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, "id" INTEGER, "name" TEXT, "domain" TEXT);

CREATE TABLE "mview$replaced$people" (mview$id1 INTEGER PRIMARY KEY, "id" INTEGER, "name" TEXT, "domain" TEXT);

CREATE TRIGGER "mview$insert$people" AFTER INSERT ON "people"
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") VALUES ('I', 'N', 1, NEW."id", NEW."name", NEW."domain");
END;

CREATE TRIGGER "mview$delete$people" AFTER DELETE ON "people"
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") VALUES ('D', 'O', -1, OLD."id", OLD."name", OLD."domain");
END;

CREATE TRIGGER "mview$update$people" AFTER UPDATE ON "people" WHEN OLD."id" COLLATE BINARY IS NOT NEW."id" OR OLD."name" COLLATE BINARY IS NOT NEW."name" OR OLD."domain" COLLATE BINARY IS NOT NEW."domain"
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") VALUES ('U', 'U', -1, OLD."id", OLD."name", OLD."domain"); INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") VALUES ('U', 'N', 1, NEW."id", NEW."name", NEW."domain");
END;

CREATE TRIGGER "mview$replacing$people" BEFORE INSERT ON "people" WHEN EXISTS (SELECT 1
FROM "people"
WHERE "rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL))
BEGIN DELETE
FROM "mview$replaced$people"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "people"
WHERE "rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL)); INSERT INTO "mview$replaced$people" (mview$id1, "id", "name", "domain") SELECT "rowid", "id", "name", "domain"
FROM "people"
WHERE "rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL);
END;

CREATE TRIGGER "mview$replaced$people" AFTER INSERT ON "people" WHEN EXISTS (SELECT 1
FROM "mview$replaced$people")
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") SELECT 'D', 'O', -1, r."id", r."name", r."domain"
FROM "mview$replaced$people" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "people" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$people"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "people" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$updating$people" BEFORE UPDATE ON "people" WHEN EXISTS (SELECT 1
FROM "people"
WHERE ("rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL)) AND NOT ("rowid" = OLD."rowid"))
BEGIN DELETE
FROM "mview$replaced$people"
WHERE (mview$id1) IN (SELECT "rowid"
FROM "people"
WHERE ("rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL)) AND NOT ("rowid" = OLD."rowid")); INSERT INTO "mview$replaced$people" (mview$id1, "id", "name", "domain") SELECT "rowid", "id", "name", "domain"
FROM "people"
WHERE ("rowid" = NEW."rowid" OR lower(mail) = (SELECT lower(mail)
FROM (SELECT NEW."id" AS "id", NEW."name" AS "name", NEW."mail" AS "mail", NEW."domain" AS "domain")) AND (mail IS NOT NULL)) AND NOT ("rowid" = OLD."rowid");
END;

CREATE TRIGGER "mview$updated$people" AFTER UPDATE ON "people" WHEN EXISTS (SELECT 1
FROM "mview$replaced$people")
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") SELECT 'D', 'O', -1, r."id", r."name", r."domain"
FROM "mview$replaced$people" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."name" COLLATE BINARY IS NOT OLD."name" OR r."domain" COLLATE BINARY IS NOT OLD."domain"); DELETE
FROM "mview$replaced$people"
WHERE mview$id1 = OLD."rowid"; INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") SELECT 'D', 'O', -1, r."id", r."name", r."domain"
FROM "mview$replaced$people" AS r
WHERE r.mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "people" AS t
WHERE t."rowid" = r.mview$id1); DELETE
FROM "mview$replaced$people"
WHERE mview$id1 = NEW."rowid" OR NOT EXISTS (SELECT 1
FROM "people" AS t
WHERE t."rowid" = mview$id1);
END;

CREATE TRIGGER "mview$moving$people" BEFORE UPDATE ON "people" WHEN EXISTS (SELECT 1
FROM "mview$replaced$people")
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") SELECT 'D', 'O', -1, r."id", r."name", r."domain"
FROM "mview$replaced$people" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."name" COLLATE BINARY IS NOT OLD."name" OR r."domain" COLLATE BINARY IS NOT OLD."domain"); DELETE
FROM "mview$replaced$people"
WHERE mview$id1 = OLD."rowid";
END;

CREATE TRIGGER "mview$deleted$people" BEFORE DELETE ON "people" WHEN EXISTS (SELECT 1
FROM "mview$replaced$people")
BEGIN INSERT INTO "MLOG$_people" ("DMLTYPE$$", "OLD_NEW$$", "SIGN$$", "id", "name", "domain") SELECT 'D', 'O', -1, r."id", r."name", r."domain"
FROM "mview$replaced$people" AS r
WHERE r.mview$id1 = OLD."rowid" AND (r."id" COLLATE BINARY IS NOT OLD."id" OR r."name" COLLATE BINARY IS NOT OLD."name" OR r."domain" COLLATE BINARY IS NOT OLD."domain"); DELETE
FROM "mview$replaced$people"
WHERE mview$id1 = OLD."rowid";
END;
