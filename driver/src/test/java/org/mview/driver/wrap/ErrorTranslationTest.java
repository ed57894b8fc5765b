package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.driver.wrap.ErrorAssert.assertThatError;
import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.io.IOException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;
import org.mview.error.MViewException;

class ErrorTranslationTest {
  static Stream<Arguments> classes() {
    return Stream.of(
        arguments(MViewError.SYNTAX, SQLSyntaxErrorException.class),
        arguments(MViewError.NOT_SUPPORTED, SQLFeatureNotSupportedException.class),
        arguments(MViewError.URL_WITHOUT_DRIVER, SQLNonTransientConnectionException.class),
        arguments(MViewError.VALUE_NOT_CONVERTIBLE, SQLDataException.class),
        arguments(MViewError.RETURNS_NO_ROWS, SQLException.class));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void theClassFollowsFromTheState(MViewError error, Class<?> type) {
    SQLException translated = translated(error.of("a", "b", "c", "d"));
    assertThatError(translated).isExactlyInstanceOf(type);
    assertThat(translated.getErrorCode()).isEqualTo(error.code());
    assertThat(translated.getSQLState()).isEqualTo(error.sqlState());
  }

  @Test
  void itTellsWhereItWasFoundOut() {
    MViewException error = MViewError.NOT_SUPPORTED.of("this", "a test");
    SQLException translated = translated(error);
    assertThatError(translated).hasMessage(error.getMessage()).hasNoCause();
    assertThat(translated.getStackTrace()).isEqualTo(error.getStackTrace());
    assertThatError(translated.getNextException()).isNull();
  }

  @Test
  void theDatabasesErrorIsTheCauseAndTheNextButItsTextIsNotRepeated() {
    SQLException cause = new SQLException("key 4711 exists");
    SQLException translated = translated(MViewError.NOT_SUPPORTED.of("a", "b").because(cause));
    assertThatError(translated).hasCause(cause);
    assertThatError(translated.getNextException()).isSameAs(cause);
    assertThat(translated.getMessage()).doesNotContain("4711");
  }

  @Test
  void errorsOfOursAreStackedOutermostFirst() {
    SQLException root = new SQLException("root");
    MViewException inner = MViewError.CALL_NOT_VALID.of("p", "inner").because(root);
    SQLException translated = translated(MViewError.NOT_SUPPORTED.of("a", "b").because(inner));
    assertThat(translated.getMessage().lines())
        .containsExactly(
            "ORA-03001: a is not supported: b", "ORA-06550: call of p is not valid: inner");
    SQLException next = translated.getNextException();
    assertThatError(next).isSameAs(translated.getCause()).hasCause(root);
    assertThat(next.getErrorCode()).isEqualTo(6550);
    assertThatError(next.getNextException()).isSameAs(root);
  }

  @Test
  void anotherCauseIsKept() {
    IOException cause = new IOException("disk");
    SQLException translated = translated(MViewError.NOT_SUPPORTED.of("a", "b").because(cause));
    assertThatError(translated).hasCause(cause);
    assertThatError(translated.getNextException()).isNull();
  }

  @Test
  void anSqlExceptionGoesThroughAsItIs() {
    SQLException native1 = new SQLException("native");
    SQLException caught =
        catchThrowableOfType(
            SQLException.class,
            () ->
                translated(
                    () -> {
                      throw native1;
                    }));
    assertThatError(caught).isSameAs(native1);
  }
}
