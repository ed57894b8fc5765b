package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.dialect.duckdb.Duckdb;
import org.mview.dialect.h2.H2;
import org.mview.dialect.hsqldb.Hsqldb;
import org.mview.dialect.mysql.Mysql;
import org.mview.dialect.postgres.Postgres;
import org.mview.dialect.sqlite.Sqlite;

/**
 * README says what the dialects say of themselves: the table behind its mark is written by this
 * test, with {@code -Ddocs=write}.
 */
class SupportTableTest {
  private static final String PAGE = "README.md";
  private static final String MARK = "<!-- from the dialects: -Ddocs=write makes it -->";

  private static final Map<String, Dialect> DIALECTS = dialects();
  private static final Map<String, Predicate<Dialect>> ROWS = rows();

  private static Map<String, Dialect> dialects() {
    Map<String, Dialect> all = new LinkedHashMap<>();
    all.put("SQLite", Sqlite.DIALECT);
    all.put("PostgreSQL", Postgres.DIALECT);
    all.put("MySQL", Mysql.MYSQL);
    all.put("MariaDB", Mysql.MARIADB);
    all.put("H2", H2.DIALECT);
    all.put("HSQLDB", Hsqldb.DIALECT);
    all.put("DuckDB", Duckdb.DIALECT);
    return all;
  }

  private static Map<String, Predicate<Dialect>> rows() {
    Map<String, Predicate<Dialect>> all = new LinkedHashMap<>();
    all.put(
        "`CREATE MATERIALIZED VIEW` happens as a whole or not at all, in a transaction",
        can(Capability.TRANSACTIONAL_DDL));
    all.put("many transactions write at once", can(Capability.SINGLE_WRITER).negate());
    all.put("savepoints", can(Capability.SAVEPOINTS));
    all.put(
        "a transaction goes on after a statement of it has failed",
        can(Capability.GOES_ON_AFTER_ERRORS));
    all.put("views kept by triggers, without a log", can(Capability.MERGES_BY_TRIGGERS));
    all.put("a refused commit names the constraint", can(Capability.NAMES_CONSTRAINTS));
    all.put("TRUNCATE of a logged table is one statement", can(Capability.TRUNCATES));
    all.put("users and their rights", can(Capability.HAS_NO_USERS).negate());
    all.put("statements of a refresh are sent together", can(Capability.TAKES_SEVERAL));
    return all;
  }

  private static Predicate<Dialect> can(Capability capability) {
    return dialect -> dialect.can(capability);
  }

  @Test
  void theTableIsThatOfTheDialects() throws IOException {
    List<String> lines = Page.of(PAGE).lines();
    assertThat(lines).contains(MARK);
    int from = lines.indexOf(MARK) + 1;
    int to = from;
    while (to < lines.size() && lines.get(to).startsWith("|")) {
      to++;
    }
    if ("write".equals(System.getProperty("docs"))) {
      List<String> all = new ArrayList<>(lines.subList(0, from));
      all.addAll(table());
      all.addAll(lines.subList(to, lines.size()));
      Files.write(Page.ROOT.resolve(PAGE), all);
    } else {
      assertThat(lines.subList(from, to)).containsExactlyElementsOf(table());
    }
  }

  private static List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| | " + String.join(" | ", DIALECTS.keySet()) + " |");
    lines.add("|---|" + "---|".repeat(DIALECTS.size()));
    ROWS.forEach((what, holds) -> lines.add("| %s | %s |".formatted(what, cells(holds))));
    return lines;
  }

  private static String cells(Predicate<Dialect> holds) {
    return DIALECTS.values().stream()
        .map(dialect -> holds.test(dialect) ? "yes" : "–")
        .collect(Collectors.joining(" | "));
  }
}
