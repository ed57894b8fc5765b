package org.mview.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.dialect.Dialect;
import org.mview.dialect.SystemCatalog;
import org.mview.dialect.mysql.Mysql;
import org.mview.dialect.postgres.Postgres;

/**
 * What servers are asked about the masters of views, whenever the dictionary is read, in {@code
 * golden/<database>/dictionary-masters.sql}.
 *
 * <p>With {@code -Dgolden=write} the files are written anew, and their difference is reviewed.
 */
class GoldenDictionaryTest {
  private static final Pattern CLAUSE =
      Pattern.compile(" (?=(FROM|WHERE|AND|GROUP BY|UNION|LEFT JOIN|JOIN)\\b)");

  static Stream<Dialect> servers() {
    return Stream.of(Mysql.MYSQL, Postgres.DIALECT);
  }

  @BeforeAll
  static void writeGoldenFilesOnRequest() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      for (Dialect dialect : servers().toList()) {
        Files.createDirectories(file(dialect).getParent());
        Files.writeString(file(dialect), texts(dialect));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aServerIsAskedAboutMastersByTheStatementsOfTheFile(Dialect dialect) throws IOException {
    assertThat(texts(dialect)).isEqualTo(Files.readString(file(dialect)));
  }

  private static Path file(Dialect dialect) {
    return Path.of("src/test/resources/golden", dialect.name(), "dictionary-masters.sql");
  }

  private static String texts(Dialect dialect) {
    SystemCatalog system = dialect.catalog();
    return text("changed", new DictionaryViews(system).changed(system.intact()))
        + "\n"
        + text("watched", "SELECT n.master FROM \"mview$touch\" AS n WHERE " + system.watched());
  }

  private static String text(String what, String sql) {
    return "-- %s\n\n%s;\n".formatted(what, CLAUSE.matcher(sql).replaceAll("\n"));
  }
}
