package org.mview.dialect.postgres;

/**
 * What the rows of a table are in. Rows come and go with partitions, and with tables that inherit,
 * and no trigger hears of it.
 */
final class PostgresParts {
  /**
   * Whether a trigger may never hear of what happens to a table, or to a part of it: a crash
   * empties an unlogged one; what a foreign one holds is changed elsewhere; a statement that names
   * another table fires the triggers of that one.
   */
  static final String DEAF =
      """
      (c.relkind = 'f' OR c.relpersistence = 'u' OR c.relispartition \
      OR c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_subscription_rel s WHERE s.srrelid = c.oid) \
      OR EXISTS (SELECT FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhparent \
      WHERE c.oid IN (i.inhrelid, i.inhparent) AND p.relkind <> 'p') \
      OR EXISTS (SELECT FROM pg_partition_tree(c.oid) t JOIN pg_catalog.pg_class p ON p.oid = t.relid \
      WHERE p.relkind = 'f' OR p.relpersistence = 'u'))""";

  /**
   * Whether a trigger fires, whatever the session is, and so do its copies on the partitions.
   * OFFSET has the copies looked up by their table: as a join, all triggers there are would be
   * read.
   */
  static final String FIRES_ON_ALL =
      """
      t.tgenabled = 'A' AND NOT EXISTS (SELECT FROM pg_partition_tree(t.tgrelid) AS part \
      WHERE EXISTS (SELECT FROM pg_catalog.pg_trigger AS copy WHERE copy.tgrelid = part.relid \
      AND copy.tgfoid = t.tgfoid AND copy.tgenabled <> 'A' OFFSET 0))""";

  private static final String ATTACHED =
      """
      (SELECT string_agg(t.relid::regclass || ' attached by ' || i.xmin, E'\\n' \
      ORDER BY t.relid::regclass::text) \
      FROM pg_partition_tree(%s) t JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.relid)""";

  private PostgresParts() {}

  /** The partitions of a table, and which transactions attached them; NULL where there are none. */
  static String attached(String table) {
    return ATTACHED.formatted(table);
  }

  /** The same as a text that does not depend on the search path. */
  static String of(String table) {
    return "COALESCE(%s, '')".formatted(ATTACHED.replace("::regclass", "").formatted(table));
  }

  /** {@link #DEAF}, of a table that may be gone. */
  static String isDeaf(String table) {
    return "EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = %s AND %s)"
        .formatted(table, DEAF);
  }
}
