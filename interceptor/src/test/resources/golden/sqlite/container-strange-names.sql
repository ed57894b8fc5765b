-- CREATE MATERIALIZED VIEW v ("a ""b""", "select") REFRESH FAST AS SELECT id, amount FROM orders;

CREATE TABLE "v" ("a ""b""" INTEGER NOT NULL, "select" INTEGER);

CREATE UNIQUE INDEX "I_SNAP$_v" ON "v" ("a ""b""");
