package org.mview.driver.wrap;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The Java whose java.sql the wrappers know: only a newer one may have more in it. */
  private static final int RELEASE = 17;

  private static final Additions NONE = new Additions(List.of(), List.of(), List.of());

  boolean isNone() {
    return interfaces.isEmpty() && forwarded.isEmpty();
  }

  static Additions of(Class<?> wrapper, Class<?> real) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    addInterfaces(real, wrapper, interfaces);
    return interfaces.isEmpty() && isComplete(wrapper)
        ? NONE
        : of(wrapper, List.copyOf(interfaces));
  }

  /** Seen at a glance: to look at all methods loads whatever they mention. */
  private static boolean isComplete(Class<?> wrapper) {
    for (Class<?> type = wrapper; type != Object.class; type = type.getSuperclass()) {
      for (Class<?> standard : type.getInterfaces()) {
        if (!standard.getPackageName().equals("java.sql")) {
          return false;
        }
      }
    }
    return Runtime.version().feature() <= RELEASE;
  }

  private static Additions of(Class<?> wrapper, List<Class<?>> interfaces) {
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

  /** Adds what of the interfaces of a type the wrapper can have, and has not. */
  private static void addInterfaces(Class<?> type, Class<?> wrapper, Set<Class<?>> interfaces) {
    for (Class<?> direct : type.getInterfaces()) {
      if (!direct.isAssignableFrom(wrapper) && isReachable(direct) && fits(wrapper, direct)) {
        interfaces.add(direct);
      }
      addInterfaces(direct, wrapper, interfaces);
    }
    if (type.getSuperclass() != null) {
      addInterfaces(type.getSuperclass(), wrapper, interfaces);
    }
  }

  /**
   * Whether a class of ours may implement it, and an application may mean the driver by it. An
   * interface without methods gives nothing to call, and would need a class to be made.
   */
  private static boolean isReachable(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && !type.isSealed()
        && type.getModule().isExported(type.getPackageName())
        && !type.getName().startsWith("java.")
        && !type.getName().startsWith("javax.")
        && type.getMethods().length > 0;
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
