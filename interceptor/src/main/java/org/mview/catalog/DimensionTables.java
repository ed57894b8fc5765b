package org.mview.catalog;

import java.util.List;

/** The tables of dimensions. */
final class DimensionTables {
  /** The last of them, which shows that all are there. */
  static final String LAST = "mview$dimension";

  /** All that belong to a dimension, without the one that names it. */
  static final List<String> PARTS =
      List.of("level", "hierarchy", "step", "join", "attribute", "column", "table");

  static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE "mview$dimension_level" (dimension_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, name %5$s NOT NULL, skipped BOOLEAN NOT NULL, \
          PRIMARY KEY (dimension_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_hierarchy" (dimension_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, name %5$s NOT NULL, \
          PRIMARY KEY (dimension_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_step" (dimension_id INTEGER NOT NULL, \
          hierarchy INTEGER NOT NULL, position INTEGER NOT NULL, name %5$s NOT NULL, \
          PRIMARY KEY (dimension_id, hierarchy, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_join" (dimension_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, hierarchy INTEGER NOT NULL, name %5$s NOT NULL, \
          PRIMARY KEY (dimension_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_attribute" (dimension_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, name %5$s NOT NULL, level_name %5$s NOT NULL, \
          PRIMARY KEY (dimension_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_column" (dimension_id INTEGER NOT NULL, \
          kind %4$s NOT NULL, part INTEGER NOT NULL, position INTEGER NOT NULL, \
          schema_name %5$s NOT NULL, table_name %5$s NOT NULL, name %5$s NOT NULL, \
          PRIMARY KEY (dimension_id, kind, part, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension_table" (dimension_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, schema_name %5$s NOT NULL, name %5$s NOT NULL, \
          definition %5$s NOT NULL, PRIMARY KEY (dimension_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$dimension" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          name %5$s NOT NULL, compile_error %5$s)%6$s""");

  private DimensionTables() {}
}
