package org.mview.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.session.TestSession;

/**
 * What SQLite gets to read: the statements of refreshes, and the objects that we make, each beside
 * the statement that asks for it, in {@code golden/sqlite/*.sql}.
 *
 * <p>With {@code -Dgolden=write} the files are written anew, and their difference is reviewed.
 */
class GoldenSqlTest {
  /** Clauses begin a line of their own, so that a difference shows where it is. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          " (?=(FROM|WHERE|GROUP BY|HAVING|UNION ALL|CROSS JOIN|ON CONFLICT|LEFT JOIN|BEGIN|END$)\\b)");

  static Stream<GoldenFile> refreshes() {
    return GoldenFile.named("refresh-");
  }

  static Stream<GoldenFile> readings() {
    return GoldenFile.named("fresh-");
  }

  static Stream<GoldenFile> objects() {
    return Stream.of("container-", "capture-", "dictionary-").flatMap(GoldenFile::named);
  }

  @BeforeAll
  static void writeGoldenFilesOnRequest() throws SQLException {
    if ("write".equals(System.getProperty("golden"))) {
      for (GoldenFile file : refreshes().toList()) {
        file.write(refresh(file));
      }
      for (GoldenFile file : readings().toList()) {
        file.write(reading(file));
      }
      for (GoldenFile file : objects().toList()) {
        file.write(made(file));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void aRefreshRunsTheStatementsOfTheFile(GoldenFile file) throws SQLException {
    assertThat(refresh(file)).isEqualTo(file.content());
  }

  @ParameterizedTest
  @MethodSource("readings")
  void aRealTimeViewIsReadByTheStatementOfTheFile(GoldenFile file) throws SQLException {
    assertThat(reading(file)).isEqualTo(file.content());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void theObjectsAreThoseOfTheFile(GoldenFile file) throws SQLException {
    assertThat(made(file)).isEqualTo(file.content());
  }

  private static String refresh(GoldenFile file) throws SQLException {
    try (RefreshCase refresh = new RefreshCase(file)) {
      return refresh.texts().stream().map(GoldenSqlTest::text).collect(Collectors.joining("\n"));
    }
  }

  private static String reading(GoldenFile file) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(GoldenFile.schema());
      session.run(file.script());
      return text(session.session().read("SELECT /*+ FRESH_MV */ * FROM v"));
    }
  }

  private static String made(GoldenFile file) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(GoldenFile.schema());
      session.run(file.script());
      return session.rows(query(file.toString())).stream()
          .map(GoldenSqlTest::text)
          .collect(Collectors.joining("\n"));
    }
  }

  /** Of the objects that are there, those about which the file is. */
  private static String query(String name) {
    String kinds =
        name.startsWith("capture-")
            ? "type = 'trigger' OR name LIKE 'MLOG$_%' OR name LIKE 'mview$replaced%'"
            : name.startsWith("dictionary-")
                ? "type = 'view' AND (name LIKE 'USER_%' OR name LIKE 'ALL_MVIEWS' OR name LIKE 'mview$%')"
                : "tbl_name IN ('v', 'mview$c$v') OR name = 'v'";
    return "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (%s) ORDER BY rowid"
        .formatted(kinds);
  }

  private static String text(String sql) {
    return CLAUSE.matcher(sql).replaceAll("\n") + ";\n";
  }
}
