package org.mview.driver.transparency;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was called and what came of it, as text, in order. */
final class Transcript {
  private final List<String> lines = new ArrayList<>();
  private final Set<String> methods = new TreeSet<>();

  void add(Class<?> type, Method method, String line) {
    lines.add(line);
    methods.add(signature(type, method));
  }

  List<String> lines() {
    return lines;
  }

  /** The methods that were called, as {@link #signature} writes them. */
  Set<String> methods() {
    return methods;
  }

  static String signature(Class<?> type, Method method) {
    StringBuilder signature =
        new StringBuilder(type.getSimpleName() + "." + method.getName() + "(");
    for (Class<?> parameter : method.getParameterTypes()) {
      signature.append(signature.charAt(signature.length() - 1) == '(' ? "" : ",");
      signature.append(parameter.getSimpleName());
    }
    return signature.append(')').toString();
  }
}
