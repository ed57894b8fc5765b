package org.mview.catalog;

import java.util.List;
import org.mview.catalog.DictionaryViews.Family;

/** The texts of the dictionary views that tell of queries: what they select, join and aggregate. */
final class DictionaryOfQueries {
  private static final String OWNER = "v.schema_name AS OWNER";

  private static final String ITEMS =
      DictionaryViews.USERS
          + " JOIN \"mview$item\" AS i ON i.view_id = v.id"
          + " JOIN \"mview$column\" AS c ON c.view_id = v.id AND c.position = i.position";

  private static final Family AGGREGATES =
      new Family(
          "MVIEW_AGGREGATES",
          OWNER,
          """
          v.name AS MVIEW_NAME, i.position + 1 AS POSITION_IN_SELECT, c.name AS CONTAINER_COLUMN, \
          i.function_name AS AGG_FUNCTION, CASE WHEN i.differing THEN 'Y' ELSE 'N' END \
          AS DISTINCTFLAG, i.measure AS MEASURE""",
          ITEMS + " WHERE i.function_name IS NOT NULL");

  private static final Family KEYS =
      new Family(
          "MVIEW_KEYS",
          OWNER,
          """
          v.name AS MVIEW_NAME, i.position + 1 AS POSITION_IN_SELECT, c.name AS CONTAINER_COLUMN, \
          i.owner AS DETAILOBJ_OWNER, i.relation AS DETAILOBJ_NAME, \
          i.relation AS DETAILOBJ_ALIAS, CASE WHEN i.relation IS NOT NULL THEN 'TABLE' END \
          AS DETAILOBJ_TYPE, i.source AS DETAILOBJ_COLUMN""",
          ITEMS + " WHERE i.function_name IS NULL");

  private static final Family JOINS =
      new Family(
          "MVIEW_JOINS",
          OWNER,
          """
          v.name AS MVIEW_NAME, j.left_owner AS DETAILOBJ1_OWNER, \
          j.left_relation AS DETAILOBJ1_RELATION, j.left_column AS DETAILOBJ1_COLUMN, \
          '=' AS OPERATOR, CASE WHEN j.is_outer THEN 'L' ELSE 'I' END AS OPERATOR_TYPE, \
          j.right_owner AS DETAILOBJ2_OWNER, j.right_relation AS DETAILOBJ2_RELATION, \
          j.right_column AS DETAILOBJ2_COLUMN""",
          DictionaryViews.USERS + " JOIN \"mview$join\" AS j ON j.view_id = v.id");

  private static final Family FILTER_COLUMNS =
      new Family(
          "MVIEW_LOG_FILTER_COLS",
          "l.schema_name AS OWNER",
          "l.master AS NAME, c.name AS COLUMN_NAME",
          "\"mview$log\" AS l JOIN \"mview$log_column\" AS c ON c.log_id = l.id AND c.listed");

  /** Only of all users. */
  static final Family DEPENDENCIES =
      new Family(
          "REFRESH_DEPENDENCIES",
          "m.schema_name AS OWNER",
          """
          m.name AS TABLE_NAME, 'MATERIALIZED VIEW' AS PARENT_OBJECT_TYPE, \
          NULL AS OLDEST_REFRESH_SCN, MIN(v.last_date) AS OLDEST_REFRESH_DATE""",
          DictionaryViews.USERS
              + " JOIN \"mview$master\" AS m ON m.view_id = v.id GROUP BY m.schema_name, m.name");

  private DictionaryOfQueries() {}

  static List<Family> families() {
    return List.of(AGGREGATES, KEYS, JOINS, FILTER_COLUMNS);
  }
}
