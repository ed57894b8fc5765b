package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.driver.toy.ToyConnection;
import org.mview.driver.toy.ToyDriver;
import org.mview.driver.toy.ToyStatement;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class MixinsTest {
  private final ScriptedSession session = new ScriptedSession();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = MViewConnection.of(ToyDriver.connect(), session);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void anApplicationCanCastToTheDriversInterface() throws SQLException {
    ToyConnection toy = (ToyConnection) connection;
    int[] array = {1, 2};
    assertThat(toy.all(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6d, "seven", array))
        .isEqualTo("[true, 1, 2, c, 3, 4, 5.0, 6.0, seven, [1, 2]]");
    assertThat(toy.twice(1.5)).isEqualTo(3);
    toy.touch();
    assertThat(toy.touches()).isEqualTo(1);
    assertThat(connection).isInstanceOf(MViewConnection.class);
  }

  @Test
  void whatTheDriverThrowsComesThrough() {
    assertThatThrownBy(((ToyConnection) connection)::fail).hasMessage("as it was asked to");
  }

  @Test
  void aDefaultMethodIsTheDriversOwn() {
    assertThat(((ToyConnection) connection).greeting()).isEqualTo("real");
  }

  @Test
  void aMethodWithANarrowerResultGivesAWrapperThatIsOne() throws SQLException {
    ToyStatement statement = ((ToyConnection) connection).createStatement();
    assertThat(statement).isInstanceOf(MViewStatement.class);
    assertThat(statement.number()).isEqualTo(42);
    assertThat(statement.getConnection()).isSameAs(connection);
    statement.execute("ours");
    assertThat(session.takeLog()).containsExactly("carry out ours {}");
  }

  @Test
  void aPreparedStatementOfOursHasThemToo() throws SQLException {
    assertThat(connection.prepareStatement("ours")).isInstanceOf(ToyStatement.class);
  }

  @Test
  void whatCannotBeAddedIsLeftOut() {
    assertThat(connection).isNotInstanceOf(ToyDriver.Incompatible.class);
    assertThat(connection.getClass().getInterfaces()).containsExactly(ToyConnection.class);
  }

  @Test
  void thereIsOneClassForEachClassOfTheDriver() throws SQLException {
    try (Connection another = MViewConnection.of(ToyDriver.connect(), session)) {
      assertThat(another.getClass()).isSameAs(connection.getClass());
    }
  }

  @Test
  void thereIsNoClassWhereThereIsNothingToAdd() throws SQLException {
    try (Connection sqlite =
        MViewConnection.of(DriverManager.getConnection("jdbc:sqlite::memory:"), session)) {
      assertThat(sqlite.getClass()).isSameAs(MViewConnection.class);
    }
  }

  @Test
  void h2sConnectionsAreWhatH2CastsThemTo() throws SQLException {
    try (Connection h2 = MViewConnection.of(DriverManager.getConnection("jdbc:h2:mem:"), session)) {
      assertThat(h2).isInstanceOf(org.h2.engine.CastDataProvider.class);
    }
  }

  @Test
  void theDriverMayLiveInAClassLoaderThatWeDoNotSee() throws Exception {
    URL h2 = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader apart =
        new URLClassLoader(new URL[] {h2}, ClassLoader.getPlatformClassLoader())) {
      Driver driver =
          apart.loadClass("org.h2.Driver").asSubclass(Driver.class).getConstructor().newInstance();
      Class<?> provider = apart.loadClass("org.h2.engine.CastDataProvider");
      try (Connection real = driver.connect("jdbc:h2:mem:", new Properties())) {
        Connection wrapped = MViewConnection.of(real, session);
        assertThat(provider).isNotSameAs(org.h2.engine.CastDataProvider.class);
        assertThat(provider.isInstance(wrapped)).isTrue();
        assertThat(provider.getMethod("zeroBasedEnums").invoke(wrapped)).isEqualTo(false);
      }
    }
  }

  @Test
  void aDriverWhoseInterfaceCannotBeLoadedAgainStillWorks() throws Exception {
    ForgetfulLoader loader = new ForgetfulLoader();
    Class<?> api = loader.define("vendor.Api");
    Connection real =
        (Connection)
            Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class, api},
                (proxy, method, arguments) -> "schema");
    loader.forgets = true;
    Connection wrapped = MViewConnection.of(real, session);
    assertThat(wrapped.getClass()).isSameAs(MViewConnection.class);
    assertThat(wrapped.getSchema()).isEqualTo("schema");
  }

  /** Has one interface, and may no longer find it. */
  private static final class ForgetfulLoader extends ClassLoader {
    boolean forgets;

    Class<?> define(String name) {
      ClassWriter writer = new ClassWriter(0);
      int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
      writer.visit(Opcodes.V17, access, name.replace('.', '/'), null, "java/lang/Object", null);
      writer.visitEnd();
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (forgets && name.startsWith("vendor.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void aDefaultMethodThatIsNewerThanWeAreForwards() {
    Newer real = () -> "real";
    Mixins<OlderMaker> wrappers = new Mixins<>(Older.class, OlderMaker.class, Older::new);
    assertThat(new Older(real).enquoted("a")).isEqualTo("default");
    assertThat(wrappers.over(new Quoting()).make(new Quoting()).enquoted("a")).isEqualTo("'a'");
    assertThat(wrappers.over(real).make(real).name()).isEqualTo("real");
  }

  /** An interface as a later JDK might have it. */
  public interface Newer {
    /** What there has always been. */
    String name();

    /** What is new. */
    default String enquoted(String text) {
      return "default";
    }
  }

  /** A wrapper that was written before. */
  public static class Older implements Newer {
    protected final Newer real;

    protected Older(Newer real) {
      this.real = real;
    }

    @Override
    public String name() {
      return real.name();
    }
  }

  /** A driver that is up to date. */
  private static final class Quoting implements Newer {
    @Override
    public String name() {
      return "quoting";
    }

    @Override
    public String enquoted(String text) {
      return "'" + text + "'";
    }
  }

  /** Calls the constructor. */
  @FunctionalInterface
  public interface OlderMaker {
    /** A wrapper. */
    Older make(Newer real);
  }
}
