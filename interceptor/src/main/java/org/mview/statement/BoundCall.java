package org.mview.statement;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of a procedure, with an argument for each of its parameters.
 *
 * @param arguments in the order of the parameters; what the text omits has its default here
 */
public record BoundCall(Signature signature, List<Argument> arguments) {
  public BoundCall {
    arguments = List.copyOf(arguments);
    if (arguments.size() != signature.parameters().size()) {
      throw new IllegalArgumentException("one argument for each parameter");
    }
  }

  /**
   * The argument of a parameter.
   *
   * @param parameter one of its names, in lower case
   */
  public Argument argument(String parameter) {
    for (int i = 0; i < arguments.size(); i++) {
      if (signature.parameters().get(i).names().contains(parameter)) {
        return arguments.get(i);
      }
    }
    throw new IllegalArgumentException(signature.name() + " has no parameter " + parameter);
  }

  /** As SQL writes it, with nothing omitted. */
  @Override
  public String toString() {
    return arguments.stream()
        .map(Argument::toString)
        .collect(Collectors.joining(", ", signature.name() + "(", ")"));
  }
}
