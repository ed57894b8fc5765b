package org.mview.dialect.mysql;

import java.util.List;
import java.util.Set;
import org.mview.dialect.Parts;

/**
 * InnoDB keeps each partition in a table of its own, and gives it another number when it is
 * emptied, exchanged, rebuilt or made anew: TRUNCATE, ALTER TABLE … TRUNCATE, EXCHANGE, DROP,
 * REORGANIZE PARTITION, and the like. The numbers outlive a restart; ANALYZE leaves them.
 *
 * <p>Who asks for them needs the right PROCESS, which applications rarely have: a function asks in
 * the name of who has made the log.
 */
final class MysqlParts {
  private static final String FUNCTION = "`mview$parts_of`";

  /**
   * A number for each partition, added up: texts of many rows are cut off where a session has it.
   * MariaDB shows no row to who has no right.
   */
  private static final String ASKS =
      """
      SELECT CASE WHEN COUNT(*) = 0 THEN NULL WHEN SUM(p.own) = 0 THEN '' \
      ELSE CONCAT_WS(' ', SUM(p.own), SUM(IF(p.own, CRC32(p.part), 0)), \
      SUM(IF(p.own, CAST(CONV(LEFT(MD5(p.part), 15), 16, 10) AS UNSIGNED), 0))) END \
      FROM (SELECT LOCATE(LOWER(CONCAT(%s, '/', %s, '#p#')), LOWER(i.NAME)) = 1 AS own, \
      CONCAT(i.TABLE_ID, ' ', i.SPACE, ' ', i.NAME) AS part FROM information_schema.%s AS i) AS p""";

  private static final String DEFINITION =
      """
      CREATE FUNCTION %s (name VARCHAR(64) CHARACTER SET utf8mb4) \
      RETURNS VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin READS SQL DATA SQL SECURITY DEFINER \
      BEGIN \
      DECLARE parts VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; \
      DECLARE EXIT HANDLER FOR SQLEXCEPTION RETURN NULL; \
      SET parts = (%s); \
      RETURN parts; \
      END""";

  private static final String VIEW =
      """
      CREATE OR REPLACE VIEW `mview$parts` AS \
      SELECT l.id AS log_id, %s(l.master) AS parts FROM `mview$log` AS l""";

  /** Other characters than letters and digits that stand in the names of files as numbers. */
  private static final List<String> ENCODED = List.of("@", "$", " ", "-", ".", "#");

  /** No right to the database, a table, a routine, a server; no such table, no such routine. */
  private static final Set<Integer> REFUSALS =
      Set.of(1044, 1142, 1146, 1227, 1305, 1356, 1370, 1419);

  private MysqlParts() {}

  /**
   * The parts of the tables of a server.
   *
   * @param listed where it lists the tables of InnoDB
   */
  static Parts of(String listed) {
    return new Parts(
        asking("?", listed),
        List.of(
            "DROP FUNCTION IF EXISTS " + FUNCTION,
            DEFINITION.formatted(FUNCTION, asking("name", listed)),
            VIEW.formatted(FUNCTION)),
        "SELECT %s(?)".formatted(FUNCTION),
        REFUSALS);
  }

  private static String asking(String name, String listed) {
    return ASKS.formatted(encoded("DATABASE()"), encoded(name), listed);
  }

  /** A name as InnoDB has it. One with letters that it writes otherwise is found by nobody. */
  private static String encoded(String name) {
    String text = name;
    for (String character : ENCODED) {
      text =
          "REPLACE(%s, '%s', '@00%s')"
              .formatted(text, character, Integer.toHexString(character.charAt(0)));
    }
    return text;
  }
}
