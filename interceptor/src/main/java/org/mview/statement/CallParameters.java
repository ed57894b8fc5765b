package org.mview.statement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the question marks of a statement stand for. */
public final class CallParameters {
  private CallParameters() {}

  /**
   * For each question mark, in their order, the name of the formal parameter for which it stands;
   * an empty text for the result of a function, and where it is none of both.
   */
  public static List<String> of(Command command) {
    TreeMap<Integer, String> names = new TreeMap<>();
    if (command instanceof CallBlock block) {
      for (int i = 1; i <= block.parameters(); i++) {
        names.put(i, "");
      }
      block.statements().stream()
          .filter(BlockStatement.Call.class::isInstance)
          .forEach(call -> add(((BlockStatement.Call) call).call(), names));
    }
    return List.copyOf(names.values());
  }

  private static void add(BoundCall call, Map<Integer, String> names) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Argument.Parameter parameter) {
        names.put(parameter.position(), call.signature().parameters().get(i).name());
      }
    }
  }
}
