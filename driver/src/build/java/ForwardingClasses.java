import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;

/**
 * Writes the classes that forward every method of the java.sql interfaces, run by the build before
 * it compiles.
 *
 * <p>The interfaces are read as the compiler sees them for the release that we build for, not by
 * reflection: a newer JDK that happens to build us has methods that may not be mentioned.
 *
 * <p>Statements stand in one line of inheritance, in which written and generated classes take
 * turns, so that what happens in a statement is written once for all three kinds:
 *
 * <pre>
 *   ForwardingStatement ← StatementInSession ← MViewStatement
 *                       ← ForwardingPreparedStatement ← MViewPreparedStatement
 *                       ← ForwardingCallableStatement ← MViewCallableStatement
 *   MViewStatement ← RecordingStatement ← MViewPreparedCommand
 * </pre>
 *
 * <p>Arguments: the folder of generated sources, the Java release.
 */
public final class ForwardingClasses {
  private static final String PACKAGE = "org.mview.driver.wrap";

  private final Path folder;
  private final Elements elements;

  private ForwardingClasses(Path folder, Elements elements) {
    this.folder = folder;
    this.elements = elements;
  }

  public static void main(String[] arguments) throws IOException {
    var options = List.of("--release", arguments[1], "-proc:none");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var javac = (JavacTask) compiler.getTask(null, null, null, options, null, List.of());
    var folder = Path.of(arguments[0]).resolve(PACKAGE.replace('.', '/'));
    new ForwardingClasses(Files.createDirectories(folder), javac.getElements()).write();
  }

  private void write() throws IOException {
    forwarding("Connection");
    forwarding("Statement");
    forwarding("ResultSet");
    forwarding("DatabaseMetaData");
    forwarding("Prepared", "Statement", "MViewStatement", false);
    forwarding("Callable", "PreparedStatement", "MViewPreparedStatement", true);
    recording();
  }

  /** A class at the root: it keeps the real object. */
  private void forwarding(String type) throws IOException {
    var methods =
        methods(type).stream()
            .map(method -> method.text(method.forwarded("real", type)))
            .collect(joining("\n"));
    save(
        "Forwarding" + type,
        """
        /** Forwards every method of {@link java.sql.%1$s} to the real one. */
        @NullUnmarked // java.sql does not say what may be null
        @SuppressWarnings("deprecation")
        public abstract class Forwarding%1$s implements java.sql.%1$s {
          /** The object of the real driver. */
          protected final java.sql.%1$s real;

          protected Forwarding%1$s(java.sql.%1$s real) {
            this.real = real;
          }

        %3$s%2$s
          @Override
          public String toString() {
            return real.toString();
          }
        }
        """
            .formatted(type, methods, type.equals("DatabaseMetaData") ? RESULTS : ""));
  }

  private static final String RESULTS =
      """
        /** What the application gets for a result set of the real driver. */
        abstract java.sql.ResultSet resultSet(java.sql.ResultSet real);

      """;

  /** A class that adds to a written one what this kind of statement has and its parent has not. */
  private void forwarding(String kind, String parent, String base, boolean baseHasText)
      throws IOException {
    var type = kind + "Statement";
    var field = kind.toLowerCase(Locale.ROOT);
    var methods =
        methodsOnlyIn(type, parent).stream()
            .map(method -> method.text(method.forwarded(field, type)))
            .collect(joining("\n"));
    save(
        "Forwarding" + type,
        """
        /** Forwards what {@link java.sql.%1$s} adds to {@link java.sql.%2$s}. */
        @NullUnmarked // java.sql does not say what may be null
        @SuppressWarnings("deprecation")
        public abstract class Forwarding%1$s extends %3$s implements java.sql.%1$s {
          /** The object of the real driver, once more: a cast at each call would cost more. */
          protected final java.sql.%1$s %4$s;

          Forwarding%1$s(MViewConnection connection, java.sql.%1$s %4$s%5$s) {
            super(connection, %4$s%6$s);
            this.%4$s = %4$s;
          }

        %7$s}
        """
            .formatted(
                type,
                parent,
                base,
                field,
                baseHasText ? ", Text text" : "",
                baseHasText ? ", text" : "",
                methods));
  }

  /** The class that keeps what is set, and answers from what came out. */
  private void recording() throws IOException {
    var methods =
        methodsOnlyIn("CallableStatement", "Statement").stream()
            .filter(SqlMethod::isOfParameters)
            .map(method -> method.text(method.recorded()))
            .collect(joining("\n"));
    save(
        "RecordingStatement",
        """
        /**
         * A prepared or callable statement that the database never sees: the values that are set are
         * kept, and the OUT parameters are read from what was answered. A parameter is an Integer, its
         * position, or a String, its name.
         */
        @NullUnmarked // java.sql does not say what may be null
        @SuppressWarnings("deprecation")
        public abstract class RecordingStatement extends MViewStatement
            implements java.sql.CallableStatement {
          RecordingStatement(MViewConnection connection, java.sql.Statement real) {
            super(connection, real);
          }

          abstract void set(Object parameter, Object value) throws java.sql.SQLException;

          abstract void register(Object parameter) throws java.sql.SQLException;

          abstract <T> T out(Object parameter, Class<T> type) throws java.sql.SQLException;

        %s}
        """
            .formatted(methods));
  }

  private Set<SqlMethod> methodsOnlyIn(String type, String parent) {
    var methods = methods(type);
    methods.removeAll(methods(parent));
    return methods;
  }

  private Set<SqlMethod> methods(String type) {
    TypeElement element = elements.getTypeElement("java.sql." + type);
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getEnclosingElement().getKind().isInterface())
        .map(SqlMethod::of)
        .collect(toCollection(() -> new TreeSet<>(SqlMethod.BY_SIGNATURE)));
  }

  private void save(String name, String text) throws IOException {
    var source =
        """
        package %s;

        import org.jspecify.annotations.NullUnmarked;

        %s"""
            .formatted(PACKAGE, text);
    var file = folder.resolve(name + ".java");
    // An unchanged file keeps its time, and the compiler has nothing to do.
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.writeString(file, source);
    }
  }

  /** One method of java.sql. */
  private record SqlMethod(
      String name,
      List<String> parameterTypes,
      String typeParameters,
      String returnType,
      String exceptions) {

    /** Equal are methods of which one overrides the other; the order is the same on every JDK. */
    static final Comparator<SqlMethod> BY_SIGNATURE =
        Comparator.comparing(SqlMethod::name).thenComparing(m -> m.parameterTypes().toString());

    static SqlMethod of(ExecutableElement method) {
      return new SqlMethod(
          method.getSimpleName().toString(),
          method.getParameters().stream()
              .map(VariableElement::asType)
              .map(TypeMirror::toString)
              .toList(),
          method.getTypeParameters().stream()
              .map(TypeParameterElement::toString)
              .collect(joining(", ", "<", "> "))
              .replace("<> ", ""),
          method.getReturnType().toString(),
          method.getThrownTypes().stream()
              .map(TypeMirror::toString)
              .collect(joining(", ", " throws ", ""))
              .replaceFirst("^ throws $", ""));
    }

    String text(String statement) {
      var declared = parameters(i -> parameterTypes.get(i) + " p" + i);
      return """
        @Override
        public %s%s %s(%s)%s {
          %s
        }
      """
          .formatted(typeParameters, returnType, name, declared, exceptions, statement);
    }

    private String parameters(IntFunction<String> text) {
      return IntStream.range(0, parameterTypes.size()).mapToObj(text).collect(joining(", "));
    }

    /** The call of the real object; what must not escape from it goes through a written method. */
    String forwarded(String real, String type) {
      var arguments = parameters(i -> "p" + i);
      if (name.equals("unwrap") || name.equals("isWrapperFor")) {
        return "return Unwrapping.%s(this, %s, %s);".formatted(name, real, arguments);
      }
      var call = "%s.%s(%s)".formatted(real, name, arguments);
      if (type.equals("DatabaseMetaData") && returnType.equals("java.sql.ResultSet")) {
        return "return resultSet(%s);".formatted(call);
      }
      return returnType.equals("void") ? call + ";" : "return " + call + ";";
    }

    /** Whether this sets, registers or reads one parameter, whatever the other arguments say. */
    boolean isOfParameters() {
      boolean hasScale = name.equals("getBigDecimal") && parameterTypes.size() == 2;
      return !parameterTypes.isEmpty()
          && !hasScale
          && (parameterTypes.get(0).equals("int")
              || parameterTypes.get(0).equals("java.lang.String"))
          && (name.startsWith("set") || name.startsWith("get") || name.startsWith("register"));
    }

    String recorded() {
      if (name.startsWith("register")) {
        return "register(p0);";
      }
      if (name.equals("setNull")) {
        return "set(p0, null);";
      }
      if (name.startsWith("set")) {
        return "set(p0, p1);";
      }
      return "return out(p0, %s);".formatted(readAs());
    }

    private String readAs() {
      var last = parameterTypes.get(parameterTypes.size() - 1);
      return last.startsWith("java.lang.Class<") ? "p1" : returnType + ".class";
    }
  }
}
