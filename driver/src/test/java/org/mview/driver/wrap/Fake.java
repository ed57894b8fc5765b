package org.mview.driver.wrap;

import java.lang.reflect.Proxy;
import java.util.Map;

/** An object of an interface that answers by the name of the method, and nothing else. */
final class Fake {
  private Fake() {}

  static <T> T of(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            Fake.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
