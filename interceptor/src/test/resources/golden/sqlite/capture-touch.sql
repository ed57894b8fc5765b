-- CREATE MATERIALIZED VIEW v REFRESH COMPLETE ON COMMIT AS
--   SELECT customer, SQLITE_VERSION() AS version FROM orders;

CREATE TRIGGER "mview$touch$insert$orders" AFTER insert ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$touch"
WHERE master = 'orders' AND touched = 0)
BEGIN UPDATE "mview$touch" SET touched = 1
WHERE master = 'orders' AND touched = 0;
END;

CREATE TRIGGER "mview$touch$update$orders" AFTER update ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$touch"
WHERE master = 'orders' AND touched = 0)
BEGIN UPDATE "mview$touch" SET touched = 1
WHERE master = 'orders' AND touched = 0;
END;

CREATE TRIGGER "mview$touch$delete$orders" AFTER delete ON "orders" WHEN EXISTS (SELECT 1
FROM "mview$touch"
WHERE master = 'orders' AND touched = 0)
BEGIN UPDATE "mview$touch" SET touched = 1
WHERE master = 'orders' AND touched = 0;
END;
