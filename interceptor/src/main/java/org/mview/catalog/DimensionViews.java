package org.mview.catalog;

import java.util.List;
import org.mview.catalog.DictionaryViews.Family;
import org.mview.dialect.Dialect;

/** The texts of the dictionary views that show dimensions. */
final class DimensionViews {
  private static final String OWNER = "d.schema_name AS OWNER";

  private static final String NAME = "d.name AS DIMENSION_NAME, ";

  private static final String DIMENSIONS = "\"mview$dimension\" AS d";

  private static final String PART =
      " JOIN \"mview$dimension_%1$s\" AS %2$s ON %2$s.dimension_id = d.id";

  /** A table of the dimension is not as it was when the dimension was made or compiled. */
  private static final String CHANGED =
      """
      EXISTS (SELECT 1 FROM "mview$dimension_table" AS m WHERE m.dimension_id = d.id \
      AND COALESCE(%s, '') <> m.definition)""";

  private final Dialect dialect;

  DimensionViews(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Family> families() {
    return List.of(
        new Family("DIMENSIONS", OWNER, dimensions(), DIMENSIONS),
        new Family("DIM_LEVELS", OWNER, levels(), levelsWithColumns() + " AND c.position = 0"),
        new Family(
            "DIM_LEVEL_KEY",
            OWNER,
            NAME + "l.name AS LEVEL_NAME, c.position + 1 AS KEY_POSITION, c.name AS COLUMN_NAME",
            levelsWithColumns()),
        new Family(
            "DIM_HIERARCHIES",
            OWNER,
            NAME + "h.name AS HIERARCHY_NAME",
            DIMENSIONS + part("hierarchy", "h")),
        new Family("DIM_CHILD_OF", OWNER, childOf(), steps() + LEFT_JOIN),
        new Family(
            "DIM_JOIN_KEY", OWNER, joinKeys(), steps() + " JOIN" + JOIN + columns("JOIN", "j")),
        new Family("DIM_ATTRIBUTES", OWNER, attributes(), attributesWithColumns()));
  }

  private static String part(String table, String alias) {
    return PART.formatted(table, alias);
  }

  private static String columns(String kind, String part) {
    return part("column", "c")
        + " AND c.kind = '%s' AND c.part = %s.position".formatted(kind, part);
  }

  private static String levelsWithColumns() {
    return DIMENSIONS + part("level", "l") + columns("LEVEL", "l");
  }

  private static String attributesWithColumns() {
    return DIMENSIONS + part("attribute", "a") + columns("ATTRIBUTE", "a");
  }

  /** Each level of a hierarchy with the one behind it. */
  private static String steps() {
    return DIMENSIONS
        + part("hierarchy", "h")
        + part("step", "s")
        + " AND s.hierarchy = h.position"
        + part("step", "p")
        + " AND p.hierarchy = h.position AND p.position = s.position + 1";
  }

  private static final String JOIN =
      """
       "mview$dimension_join" AS j ON j.dimension_id = d.id AND j.hierarchy = h.position \
      AND j.name = p.name""";

  private static final String LEFT_JOIN = " LEFT JOIN" + JOIN;

  private String dimensions() {
    String changed = CHANGED.formatted(dialect.catalog().definition());
    return NAME
        + """
        CASE WHEN d.compile_error IS NOT NULL OR %1$s THEN 'Y' ELSE 'N' END AS INVALID, \
        CASE WHEN d.compile_error IS NOT NULL THEN 'ERROR' WHEN %1$s THEN 'NEEDS_COMPILE' \
        ELSE 'VALID' END AS COMPILE_STATE, 1 AS REVISION"""
            .formatted(changed);
  }

  private static String levels() {
    return NAME
        + """
        l.name AS LEVEL_NAME, (SELECT COUNT(*) FROM "mview$dimension_column" AS k \
        WHERE k.dimension_id = d.id AND k.kind = 'LEVEL' AND k.part = l.position) AS NUM_COLUMNS, \
        c.schema_name AS DETAILOBJ_OWNER, c.table_name AS DETAILOBJ_NAME, \
        CASE WHEN l.skipped THEN 'Y' ELSE 'N' END AS SKIP_WHEN_NULL""";
  }

  private String childOf() {
    return NAME
        + """
        h.name AS HIERARCHY_NAME, p.position AS "%s", s.name AS CHILD_LEVEL_NAME, \
        j.position + 1 AS JOIN_KEY_ID, p.name AS PARENT_LEVEL_NAME"""
            .formatted(dialect.fold().apply("POSITION"));
  }

  private static String joinKeys() {
    return NAME
        + """
        j.position + 1 AS DIM_KEY_ID, p.name AS LEVEL_NAME, c.position + 1 AS KEY_POSITION, \
        h.name AS HIERARCHY_NAME, c.schema_name AS CHILD_JOIN_OWNER, \
        c.table_name AS CHILD_JOIN_TABLE, c.name AS CHILD_JOIN_COLUMN, s.name AS CHILD_LEVEL_NAME""";
  }

  private static String attributes() {
    return NAME
        + """
        a.name AS ATTRIBUTE_NAME, a.level_name AS LEVEL_NAME, c.name AS COLUMN_NAME, \
        'N' AS INFERRED""";
  }
}
