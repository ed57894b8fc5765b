package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of the JDK that runs it: one that is newer than our release may have methods that we cannot know.
 */
class CompletenessTest {
  static Stream<Arguments> wrappers() throws SQLException {
    Connection connection =
        MViewConnection.of(DriverManager.getConnection("jdbc:h2:mem:"), new ScriptedSession());
    Statement statement = connection.createStatement();
    return Stream.of(
        arguments(Connection.class, connection),
        arguments(Statement.class, statement),
        arguments(PreparedStatement.class, connection.prepareStatement("select 1")),
        arguments(CallableStatement.class, connection.prepareCall("select 1")),
        arguments(CallableStatement.class, connection.prepareCall("ours")),
        arguments(ResultSet.class, statement.executeQuery("select 1")),
        arguments(DatabaseMetaData.class, connection.getMetaData()));
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void noMethodIsTheInterfacesDefault(Class<?> type, Object wrapper) {
    assertThat(type).isAssignableFrom(wrapper.getClass());
    assertThat(wrapper.getClass().getMethods()).noneMatch(Method::isDefault);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_17)
  void theWrittenAndGeneratedClassesHaveEveryMethodOfTheReleaseWeAreBuiltFor() {
    assertThat(
            Stream.of(
                MViewConnection.class,
                MViewCallableStatement.class,
                MViewPreparedCommand.class,
                MViewResultSet.class,
                MViewDatabaseMetaData.class))
        .flatMap(type -> Arrays.asList(type.getMethods()))
        .noneMatch(method -> Modifier.isAbstract(method.getModifiers()) || method.isDefault());
  }
}
