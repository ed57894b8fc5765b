package org.mview.driver.transparency;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls many methods of an interface, each with arguments that fit its types. */
final class Sweep {
  private Sweep() {}

  /** The methods of an interface, in the same order each time. */
  static Stream<Method> methods(Class<?> type, Predicate<Method> which) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(which)
        .sorted(Comparator.comparing(method -> Transcript.signature(type, method)));
  }

  static Predicate<Method> named(String pattern) {
    return method -> method.getName().matches(pattern);
  }

  static Predicate<Method> first(Class<?> parameter) {
    return method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == parameter;
  }

  /** Calls with the samples. */
  static @Nullable Object call(Object object, Method method) {
    return called(object, method, Samples.of(method.getParameterTypes()));
  }

  /** Calls with the samples behind this first argument. */
  static @Nullable Object call(Object object, Method method, Object first) {
    @Nullable Object[] arguments = Samples.of(method.getParameterTypes());
    arguments[0] = first;
    return called(object, method, arguments);
  }

  /** Calls with this text as each text, and the samples for the rest. */
  static @Nullable Object callWithTexts(Object object, Method method, @Nullable String text) {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] arguments = Samples.of(types);
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i] == String.class ? text : arguments[i];
    }
    return called(object, method, arguments);
  }

  private static @Nullable Object called(
      Object object, Method method, @Nullable Object[] arguments) {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException recorded) {
      return null;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
