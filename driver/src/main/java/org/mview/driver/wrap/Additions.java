package org.mview.driver.wrap;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * What a wrapper lacks of what the real object has.
 *
 * @param interfaces the driver's public interfaces
 * @param forwarded their methods, and the default methods of java.sql that are newer than the
 *     release we are built for; no two have the same name and descriptor
 * @param narrowed methods that the wrapper has too, with a wider result
 */
record Additions(List<Class<?>> interfaces, List<Forwarded> forwarded, List<Narrowed> narrowed) {
  /**
   * A method that only the real object has.
   *
   * @param through the interface to call it by; the method may come from one of its parents
   */
  record Forwarded(Class<?> through, Method method) {}

  /**
   * A method that an interface of the driver declares anew.
   *
   * @param ours the wrapper's
   * @param theirs the same with a narrower result, which is an interface
   */
  record Narrowed(Method ours, Method theirs) {}

  boolean isNone() {
    return interfaces.isEmpty() && forwarded.isEmpty();
  }

  static Additions of(Class<?> wrapper, Class<?> real) {
    List<Class<?>> interfaces =
        interfacesOf(real)
            .distinct()
            .filter(type -> !type.isAssignableFrom(wrapper) && isReachable(type))
            .filter(type -> fits(wrapper, type))
            .toList();
    Map<String, Forwarded> forwarded = new LinkedHashMap<>();
    Map<String, Narrowed> narrowed = new LinkedHashMap<>();
    methodsOf(wrapper)
        .filter(Method::isDefault)
        .forEach(m -> forwarded.put(signature(m), new Forwarded(m.getDeclaringClass(), m)));
    for (Class<?> type : interfaces) {
      methodsOf(type)
          .forEach(
              theirs ->
                  oursLike(theirs, wrapper)
                      .ifPresentOrElse(
                          ours -> narrowed.put(signature(theirs), new Narrowed(ours, theirs)),
                          () -> forwarded.put(signature(theirs), new Forwarded(type, theirs))));
    }
    narrowed.values().removeIf(Additions::isTheSame);
    return new Additions(
        interfaces, List.copyOf(forwarded.values()), List.copyOf(narrowed.values()));
  }

  private static Stream<Class<?>> interfacesOf(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return Stream.concat(
        Arrays.stream(type.getInterfaces())
            .flatMap(direct -> Stream.concat(Stream.of(direct), interfacesOf(direct))),
        parent == null ? Stream.empty() : interfacesOf(parent));
  }

  /**
   * Whether a class of ours may implement it, and an application may mean the driver by it. An
   * interface without methods gives nothing to call, and would need a class to be made.
   */
  private static boolean isReachable(Class<?> type) {
    return methodsOf(type).findAny().isPresent()
        && Modifier.isPublic(type.getModifiers())
        && !type.isSealed()
        && type.getModule().isExported(type.getPackageName())
        && !type.getName().startsWith("java.")
        && !type.getName().startsWith("javax.");
  }

  /** Whether the wrapper can have this interface beside its own methods. */
  private static boolean fits(Class<?> wrapper, Class<?> type) {
    try {
      return methodsOf(type)
          .allMatch(theirs -> oursLike(theirs, wrapper).map(o -> fit(o, theirs)).orElse(true));
    } catch (LinkageError missing) { // it mentions a class that is not there
      return false;
    }
  }

  private static boolean fit(Method ours, Method theirs) {
    Class<?> narrow = theirs.getReturnType();
    Class<?> wide = ours.getReturnType();
    return narrow == wide || (narrow.isInterface() && wide.isAssignableFrom(narrow));
  }

  private static boolean isTheSame(Narrowed narrowed) {
    return narrowed.ours().getReturnType() == narrowed.theirs().getReturnType();
  }

  private static Stream<Method> methodsOf(Class<?> type) {
    return Arrays.stream(type.getMethods()).filter(m -> !Modifier.isStatic(m.getModifiers()));
  }

  private static Optional<Method> oursLike(Method theirs, Class<?> wrapper) {
    return methodsOf(wrapper)
        .filter(ours -> ours.getName().equals(theirs.getName()))
        .filter(ours -> Arrays.equals(ours.getParameterTypes(), theirs.getParameterTypes()))
        .findFirst();
  }

  private static String signature(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }
}
