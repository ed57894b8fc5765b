-- CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT placed, city, COUNT(*) AS n
--   FROM orders JOIN customers ON nr = customer GROUP BY placed, city;

CREATE TABLE "v" ("placed" TEXT, "city" TEXT COLLATE "nocase", "n" INTEGER NOT NULL);

CREATE UNIQUE INDEX "I_SNAP$_v" ON "v" (IFNULL("placed", x''), "placed" IS NULL, IFNULL("city", x'') COLLATE "nocase", "city" IS NULL);
