package org.mview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mview.driver.MViewDataSource;
import org.mview.driver.MViewDriver;
import org.mview.driver.MViewScheduler;

/** What applications compile against stays for ever: whoever changes it changes this list, too. */
class PublicApiTest {
  @Test
  void theDriverHasNoPublicMethodsBesideThoseOfJdbc() {
    assertThat(api(MViewDriver.class))
        .isEqualTo(
            """
            MViewDriver()
            acceptsURL(String): boolean
            connect(String, Properties): Connection
            getMajorVersion(): int
            getMinorVersion(): int
            getParentLogger(): Logger
            getPropertyInfo(String, Properties): DriverPropertyInfo[]
            jdbcCompliant(): boolean""");
  }

  @Test
  void aSchedulerIsStartedAndClosed() {
    assertThat(api(MViewScheduler.class))
        .isEqualTo(
            """
            close(): void
            close(Duration): boolean
            start(String, Properties, int): MViewScheduler""");
  }

  @Test
  void theDataSourceIsABeanOverAUrlOrOverAnotherDataSource() {
    assertThat(api(MViewDataSource.class))
        .isEqualTo(
            """
            MViewDataSource()
            MViewDataSource(String)
            getConnection(): Connection
            getConnection(String, String): Connection
            getLogWriter(): PrintWriter
            getLoginTimeout(): int
            getParentLogger(): Logger
            getUrl(): String
            isWrapperFor(Class): boolean
            over(DataSource): DataSource
            over(DataSource, Properties): DataSource
            overXa(XADataSource): XADataSource
            overXa(XADataSource, Properties): XADataSource
            setLogWriter(PrintWriter): void
            setLoginTimeout(int): void
            setPassword(String): void
            setProperties(Properties): void
            setUrl(String): void
            setUser(String): void
            unwrap(Class): Object""");
  }

  private static String api(Class<?> type) {
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(PublicApiTest::isPublic)
            .map(constructor -> signature(type.getSimpleName(), constructor));
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(PublicApiTest::isPublic)
            .map(
                method ->
                    "%s: %s"
                        .formatted(
                            signature(method.getName(), method),
                            method.getReturnType().getSimpleName()));
    return Stream.concat(constructors, methods).sorted().collect(Collectors.joining("\n"));
  }

  private static boolean isPublic(Executable member) {
    return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
  }

  private static String signature(String name, Executable member) {
    List<String> types =
        Arrays.stream(member.getParameterTypes()).map(Class::getSimpleName).toList();
    return "%s(%s)".formatted(name, String.join(", ", types));
  }
}
