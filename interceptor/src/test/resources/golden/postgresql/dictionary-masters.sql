-- changed

SELECT DISTINCT COALESCE(v.inner_of, v.id) AS view_id
FROM "mview$view" AS v
WHERE v.id IN (SELECT r.view_id
FROM "mview$master" AS r
JOIN (SELECT m.schema_name, m.name, "mview$definition"(to_regclass(quote_ident(m.schema_name) || '.' || quote_ident(m.name))) AS definition
FROM (SELECT DISTINCT schema_name, name
FROM "mview$master"
WHERE kind IN ('TABLE', 'PARTITIONED', 'VIEW')) AS m OFFSET 0) AS now ON now.schema_name = r.schema_name
AND now.name = r.name
WHERE r.kind IN ('TABLE', 'PARTITIONED', 'VIEW')
AND COALESCE(now.definition, '') <> r.definition
UNION SELECT m.view_id
FROM "mview$master" AS m
WHERE m.kind = 'MATERIALIZED_VIEW'
AND m.name NOT IN (SELECT p.name
FROM "mview$view" AS p)
UNION SELECT r.view_id
FROM "mview$reader" AS r
JOIN "mview$log" AS l ON l.id = r.log_id
WHERE NOT (triggers = (SELECT COUNT(*)
FROM pg_catalog.pg_trigger AS t
WHERE t.tgrelid = to_regclass(quote_ident(schema_name) || '.' || quote_ident(master))
AND t.tgname LIKE 'mview$%'
AND t.tgname NOT LIKE 'mview$touch%'
AND t.tgenabled = 'A'
AND NOT EXISTS (SELECT
FROM pg_partition_tree(t.tgrelid) AS part
WHERE EXISTS (SELECT
FROM pg_catalog.pg_trigger AS copy
WHERE copy.tgrelid = part.relid
AND copy.tgfoid = t.tgfoid
AND copy.tgenabled <> 'A' OFFSET 0)))
AND uniques = COALESCE((SELECT string_agg(t.relid || ' attached by ' || i.xmin, E'\n' ORDER BY t.relid::text)
FROM pg_partition_tree(to_regclass(quote_ident(schema_name) || '.' || quote_ident(master))) t
JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.relid), '')
AND NOT EXISTS (SELECT
FROM pg_catalog.pg_class c
WHERE c.oid = to_regclass(quote_ident(schema_name) || '.' || quote_ident(master))
AND (c.relkind = 'f' OR c.relpersistence = 'u' OR c.relispartition OR c.relkind = 'r'
AND EXISTS (SELECT
FROM pg_catalog.pg_subscription_rel s
WHERE s.srrelid = c.oid) OR EXISTS (SELECT
FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
WHERE c.oid IN (i.inhrelid, i.inhparent)
AND p.relkind <> 'p') OR EXISTS (SELECT
FROM pg_partition_tree(c.oid) t
JOIN pg_catalog.pg_class p ON p.oid = t.relid
WHERE p.relkind = 'f' OR p.relpersistence = 'u')))));

-- watched

SELECT n.master
FROM "mview$touch" AS n
WHERE ((SELECT COUNT(*)
FROM pg_catalog.pg_trigger AS t
WHERE t.tgrelid = to_regclass(quote_ident(n.master))
AND t.tgname LIKE 'mview$touch%'
AND t.tgenabled = 'A'
AND NOT EXISTS (SELECT
FROM pg_partition_tree(t.tgrelid) AS part
WHERE EXISTS (SELECT
FROM pg_catalog.pg_trigger AS copy
WHERE copy.tgrelid = part.relid
AND copy.tgfoid = t.tgfoid
AND copy.tgenabled <> 'A' OFFSET 0))
AND NOT EXISTS (SELECT
FROM pg_catalog.pg_class c
WHERE c.oid = to_regclass(quote_ident(n.master))
AND (c.relkind = 'f' OR c.relpersistence = 'u' OR c.relispartition OR c.relkind = 'r'
AND EXISTS (SELECT
FROM pg_catalog.pg_subscription_rel s
WHERE s.srrelid = c.oid) OR EXISTS (SELECT
FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
WHERE c.oid IN (i.inhrelid, i.inhparent)
AND p.relkind <> 'p') OR EXISTS (SELECT
FROM pg_partition_tree(c.oid) t
JOIN pg_catalog.pg_class p ON p.oid = t.relid
WHERE p.relkind = 'f' OR p.relpersistence = 'u')))) >= 3);
