-- CREATE MATERIALIZED VIEW v REFRESH FAST AS
--   SELECT city, COUNT(*) AS n FROM customers GROUP BY city;
-- rows changed: customers

INSERT INTO "main"."v" AS "existing" ("city", "n") SELECT "log"."city" AS "city", "log"."SIGN$$" AS "n"
FROM "main"."MLOG$_customers" AS "log"
WHERE 1 = 1
ON CONFLICT (IFNULL("city", x'') COLLATE "nocase", "city" IS NULL) DO UPDATE SET "n" = "existing"."n" + "excluded"."n";

DELETE
FROM "main"."v"
WHERE rowid IN (SELECT "container".rowid
FROM "main"."MLOG$_customers" AS "log"
CROSS JOIN "main"."v" AS "container"
WHERE (("log"."SIGN$$") < 0) AND (IFNULL("container"."city", x'') COLLATE "nocase" = IFNULL("log"."city", x'') COLLATE "nocase" AND ("container"."city" IS NULL) = ("log"."city" IS NULL)) AND ("container"."n" = 0));
