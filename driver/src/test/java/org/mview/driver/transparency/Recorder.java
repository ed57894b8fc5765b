package org.mview.driver.transparency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each call of the JDBC objects that an application gets, and its result. An object is
 * written as its kind and a number, the same for the same object: two transcripts are equal only
 * when the paths between the objects are.
 */
final class Recorder {
  private static final List<Class<?>> KINDS =
      List.of(
          Connection.class,
          CallableStatement.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class,
          DatabaseMetaData.class);

  private final Transcript transcript = new Transcript();
  private final IdentityHashMap<Object, Recorded> known = new IdentityHashMap<>();

  /** An object of the driver as the application of this recorder sees it. */
  private record Recorded(Object proxy, String name) {}

  Transcript transcript() {
    return transcript;
  }

  Connection connection(Connection real) {
    return (Connection) recorded(real, Connection.class).proxy();
  }

  private Recorded recorded(Object object, Class<?> kind) {
    return known.computeIfAbsent(
        object,
        key -> {
          String name = kind.getSimpleName() + "#" + (known.size() + 1);
          return new Recorded(proxy(object, kind, name), name);
        });
  }

  private Object proxy(Object object, Class<?> kind, String name) {
    return Proxy.newProxyInstance(
        Recorder.class.getClassLoader(),
        new Class<?>[] {kind},
        (proxy, method, arguments) -> called(object, kind, name, proxy, method, arguments));
  }

  private @Nullable Object called(
      Object object,
      Class<?> kind,
      String name,
      Object proxy,
      Method method,
      Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals")
          ? proxy == arguments[0]
          : method.invoke(object, arguments);
    }
    String call = name + "." + method.getName() + text(arguments);
    try {
      Object result = method.invoke(object, arguments);
      Seen seen = seen(result, method.getReturnType());
      transcript.add(kind, method, call + " = " + seen.text());
      return seen.result();
    } catch (InvocationTargetException failure) {
      transcript.add(kind, method, call + " ! " + Rendering.error(failure.getCause()));
      throw failure.getCause();
    }
  }

  private static String text(Object @Nullable [] arguments) throws Exception {
    StringBuilder text = new StringBuilder("(");
    for (Object argument : arguments == null ? new Object[0] : arguments) {
      boolean isStream = argument instanceof InputStream || argument instanceof Reader;
      text.append(text.length() == 1 ? "" : ", ");
      text.append(isStream ? "stream" : Rendering.of(argument));
    }
    return text.append(')').toString();
  }

  private record Seen(@Nullable Object result, String text) {}

  private Seen seen(@Nullable Object result, Class<?> declared) throws Exception {
    if (result instanceof InputStream stream) {
      byte[] bytes = stream.readAllBytes();
      return new Seen(new ByteArrayInputStream(bytes), "stream " + Rendering.of(bytes));
    }
    if (result instanceof Reader reader) {
      String text = text(reader);
      return new Seen(new StringReader(text), "reader " + text);
    }
    if (result != null && isDescription(declared)) { // SQLite's result set is also its own metadata
      String name = declared.getSimpleName();
      return new Seen(proxy(result, declared, name), name);
    }
    for (Class<?> kind : KINDS) {
      if (kind.isInstance(result)) {
        Recorded recorded = recorded(result, kind);
        return new Seen(recorded.proxy(), recorded.name());
      }
    }
    return new Seen(result, Rendering.of(result));
  }

  private static boolean isDescription(Class<?> declared) {
    return declared == ResultSetMetaData.class || declared == ParameterMetaData.class;
  }

  private static String text(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }
}
