-- CREATE MATERIALIZED VIEW v REFRESH COMPLETE AS
--   SELECT customer, SQLITE_VERSION() AS version FROM orders;
-- may scan orders: a complete refresh reads everything

DELETE
FROM "main"."v";

INSERT INTO "main"."v" ("customer", "version") SELECT customer, SQLITE_VERSION() AS version
FROM orders;
