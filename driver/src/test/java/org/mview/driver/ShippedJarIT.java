package org.mview.driver;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as it is shipped, in a Java that has nothing else but a database's driver. */
class ShippedJarIT {
  private static final Path JAR = Path.of(System.getProperty("mview.jar"));

  @Test
  @Timeout(120)
  void anApplicationFindsTheDriver() throws Exception {
    assertThat(run("-cp", JAR + File.pathSeparator + sqlite()))
        .containsExactly(
            "MViewConnection 42",
            "SQLite is true",
            "MViewConnection 42",
            "ORA-17067: no JDBC driver takes a URL that begins with 'jdbc:h2:':"
                + " add the jar com.h2database:h2 to the class path");
  }

  @Test
  @Timeout(120)
  void itIsAModuleToo() throws Exception {
    List<String> lines =
        run(
            "--module-path",
            JAR + File.pathSeparator + sqlite(),
            "--add-modules",
            "org.mview.jdbc,org.xerial.sqlitejdbc");
    assertThat(lines).startsWith("MViewConnection 42", "SQLite is true");
  }

  private static List<String> run(String... paths) throws Exception {
    Path application = Path.of(ShippedJarIT.class.getResource("/shipped/Application.java").toURI());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString());
    builder.command().addAll(List.of(paths));
    builder.command().add(application.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT); // a newer Java warns there
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  private static Path sqlite() throws URISyntaxException {
    return Path.of(
        org.sqlite.JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void everythingInItIsOurs() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Set<String> packages =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.replaceFirst("^([^/]+/[^/]+)/.*", "$1"))
              .collect(toSet());
      assertThat(packages).containsExactly("org/mview");
      assertThat(jar.stream().map(JarEntry::getName))
          .contains(
              "org/mview/error/MViewError.class",
              "org/mview/session/Session.class",
              "org/mview/shaded/asm/ClassWriter.class",
              "org/mview/shaded/jsqlparser/parser/CCJSqlParser.class",
              "META-INF/LICENSE",
              "META-INF/licenses/asm.txt",
              "META-INF/licenses/jsqlparser.txt",
              "META-INF/services/java.sql.Driver");
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("org.mview.jdbc");
    }
  }
}
