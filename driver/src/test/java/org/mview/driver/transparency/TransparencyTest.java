package org.mview.driver.transparency;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransparencyTest {
  /** The methods that no script calls, because through us they answer another thing on purpose. */
  private static final Set<String> WITH_TESTS_OF_THEIR_OWN = Set.of("unwrap", "isWrapperFor");

  static Stream<Script> scripts() {
    return Stream.of(StatementScripts.all(), ConnectionScripts.all(), SweepScripts.all())
        .flatMap(scripts -> scripts);
  }

  static Stream<Arguments> scriptsOnDatabases() {
    return Stream.of(Database.values())
        .flatMap(database -> scripts().map(script -> arguments(database, script)));
  }

  @ParameterizedTest
  @MethodSource("scriptsOnDatabases")
  void throughUsEverythingIsAsWithoutUs(Database database, Script script) throws Exception {
    Transcript raw = transcript(database, script, database.raw());
    Transcript wrapped = transcript(database, script, database.wrapped());
    assertThat(wrapped.lines()).isEqualTo(raw.lines());
  }

  @Test
  void theScriptsCallEveryMethodOfEachInterface() throws Exception {
    Set<String> called = new TreeSet<>();
    for (Database database : Database.values()) {
      for (Script script : scripts().toList()) {
        called.addAll(transcript(database, script, database.raw()).methods());
      }
    }
    assertThat(called).containsAll(methodsOfInterfaces());
  }

  private static Set<String> methodsOfInterfaces() {
    return Stream.of(
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class)
        .flatMap(
            type ->
                Sweep.methods(type, method -> isOwn(type, method.getDeclaringClass()))
                    .filter(method -> !WITH_TESTS_OF_THEIR_OWN.contains(method.getName()))
                    .map(method -> Transcript.signature(type, method)))
        .collect(toCollection(TreeSet::new));
  }

  /** What a statement of another kind has from Statement is called on that. */
  private static boolean isOwn(Class<?> type, Class<?> declaring) {
    return declaring == type || !Statement.class.isAssignableFrom(declaring);
  }

  private static Transcript transcript(Database database, Script script, Connection connection)
      throws Exception {
    database.makeItems(connection);
    Recorder recorder = new Recorder();
    Connection recorded = recorder.connection(connection);
    script.body().run(recorded, database);
    Script.attempt(recorded::close); // SQLite's may fail for what a statement has met before
    return recorder.transcript();
  }
}
