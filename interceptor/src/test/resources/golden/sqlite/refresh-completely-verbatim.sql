-- CREATE MATERIALIZED VIEW v REFRESH COMPLETE AS
--   SELECT customer, RANK() OVER (ORDER BY amount) AS place FROM orders;
-- may scan orders: a complete refresh reads everything

DELETE
FROM "main"."v";

INSERT INTO "main"."v" ("customer", "place") SELECT customer, RANK() OVER (ORDER BY amount) AS place
FROM orders;
