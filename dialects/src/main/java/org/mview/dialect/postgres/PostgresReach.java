package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.mview.dialect.Reach;

/**
 * Through which tables others are changed: by triggers and rules of the user, by foreign keys,
 * through views, and as a partition and its table change each other.
 */
final class PostgresReach {
  /** What a trigger or a rule changes is not to be known: its function may change any table. */
  private static final String EDGES =
      """
      WITH own AS (SELECT oid, relname FROM pg_catalog.pg_class WHERE oid >= %s) \
      SELECT c.relname, NULL FROM pg_catalog.pg_trigger t JOIN own c ON c.oid = t.tgrelid \
      WHERE NOT t.tgisinternal AND t.tgname NOT LIKE 'mview$%%' \
      UNION SELECT c.relname, NULL FROM pg_catalog.pg_rewrite r JOIN own c ON c.oid = r.ev_class \
      WHERE r.rulename <> '_RETURN' \
      UNION SELECT parent.relname, child.relname FROM pg_catalog.pg_constraint f \
      JOIN own parent ON parent.oid = f.confrelid JOIN own child ON child.oid = f.conrelid \
      WHERE f.contype = 'f' AND (f.confdeltype IN ('c', 'n', 'd') OR f.confupdtype IN ('c', 'n', 'd')) \
      UNION SELECT c.relname, base.relname FROM pg_catalog.pg_rewrite r JOIN own c ON c.oid = r.ev_class \
      JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid \
      AND d.refclassid = 'pg_catalog.pg_class'::regclass JOIN own base ON base.oid = d.refobjid \
      WHERE r.rulename = '_RETURN' AND base.oid <> c.oid \
      UNION SELECT part.relname, whole.relname FROM pg_catalog.pg_inherits i \
      JOIN own part ON part.oid = i.inhrelid JOIN own whole ON whole.oid = i.inhparent \
      UNION SELECT whole.relname, part.relname FROM pg_catalog.pg_inherits i \
      JOIN own part ON part.oid = i.inhrelid JOIN own whole ON whole.oid = i.inhparent"""
          .formatted(PostgresTables.FIRST_OWN_ID);

  private PostgresReach() {}

  /** The tables, and those whose changes reach them; names in lower case. */
  static Set<String> of(Connection connection, Set<String> tables) throws SQLException {
    Reach reach = new Reach();
    reach.read(connection, EDGES);
    return reach.to(tables);
  }
}
