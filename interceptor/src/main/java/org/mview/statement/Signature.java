package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A procedure or a function of a package: what it takes.
 *
 * @param packageName the package's first name, in upper case
 * @param procedure in upper case
 * @param result what it returns, if it is a function
 */
public record Signature(
    String packageName,
    String procedure,
    List<Parameter> parameters,
    Optional<ParameterType> result) {

  /** Who writes to a parameter. */
  public enum Mode {
    IN,
    OUT,
    IN_OUT
  }

  /**
   * One parameter.
   *
   * @param names at least one, in lower case: the first is the usual one
   * @param whenOmitted empty when it must be given
   */
  public record Parameter(
      List<String> names, ParameterType type, Mode mode, Optional<Argument> whenOmitted) {
    public Parameter {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a parameter has a name");
      }
    }

    /** The usual name. */
    public String name() {
      return names.get(0);
    }
  }

  public Signature {
    parameters = List.copyOf(parameters);
  }

  /** The full name, as messages show it. */
  public String name() {
    return packageName + "." + procedure;
  }

  /** The names of the parameters, as messages show them. */
  String parameterNames() {
    return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
