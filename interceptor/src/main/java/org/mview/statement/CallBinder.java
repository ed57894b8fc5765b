package org.mview.statement;

import static org.mview.error.MViewError.ARGUMENT_NOT_CONVERTIBLE;
import static org.mview.error.MViewError.CALL_NOT_VALID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mview.error.MViewException;
import org.mview.statement.Signature.Mode;
import org.mview.statement.Signature.Parameter;

/**
 * Gives each parameter of a procedure its argument: by place, by name, or what holds if omitted.
 */
final class CallBinder {
  private final Signature signature;
  private final Map<Parameter, Argument> bound = new LinkedHashMap<>();

  private CallBinder(Signature signature) {
    this.signature = signature;
  }

  /**
   * Binds a call to the first list of parameters that its arguments fit.
   *
   * @param signatures at least one
   * @throws MViewException CALL_NOT_VALID, ARGUMENT_NOT_CONVERTIBLE
   */
  static BoundCall bind(List<Signature> signatures, List<GivenArgument> given) {
    Signature signature =
        signatures.stream()
            .filter(some -> fits(some, given))
            .findFirst()
            .orElseGet(() -> signatures.get(0));
    return new CallBinder(signature).bind(given);
  }

  /** Whether there is a parameter for each argument; enough to tell our overloads apart. */
  private static boolean fits(Signature signature, List<GivenArgument> given) {
    return given.size() <= signature.parameters().size()
        && given.stream()
            .flatMap(argument -> argument.name().stream())
            .allMatch(name -> parameter(signature, name).isPresent());
  }

  private static Optional<Parameter> parameter(Signature signature, Name name) {
    String wanted = name.text().toLowerCase(Locale.ROOT);
    return signature.parameters().stream()
        .filter(parameter -> parameter.names().contains(wanted))
        .findFirst();
  }

  private BoundCall bind(List<GivenArgument> given) {
    if (given.size() > signature.parameters().size()) {
      throw invalid(
          "PLS-00306: it takes no more than " + signature.parameters().size() + " arguments");
    }
    for (int i = 0; i < given.size(); i++) {
      Parameter byPlace = signature.parameters().get(i);
      Parameter parameter = given.get(i).name().map(this::named).orElse(byPlace);
      bindOne(parameter, given.get(i).value());
    }
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      arguments.add(boundOrOmitted(parameter));
    }
    return new BoundCall(signature, arguments);
  }

  private Parameter named(Name name) {
    return parameter(signature, name)
        .orElseThrow(
            () ->
                invalid(
                    "PLS-00306: it has no parameter %s, only %s"
                        .formatted(name, signature.parameterNames())));
  }

  private void bindOne(Parameter parameter, Argument argument) {
    if (bound.containsKey(parameter)) {
      throw invalid("PLS-00703: parameter %s is given twice".formatted(parameter.name()));
    }
    if (parameter.mode() != Mode.IN && !(argument instanceof Argument.Place)) {
      throw invalid(
          "PLS-00363: it writes to %s, so that must be a parameter or a variable"
              .formatted(parameter.name()));
    }
    bound.put(
        parameter,
        parameter.type().convert(argument).orElseThrow(() -> mismatch(parameter, argument)));
  }

  private MViewException mismatch(Parameter parameter, Argument argument) {
    if (argument instanceof Argument.Text) {
      return ARGUMENT_NOT_CONVERTIBLE.of(parameter.name(), signature.name(), parameter.type());
    }
    if (argument instanceof Argument.Expression expression && isName(expression.source().text())) {
      return invalid("PLS-00201: %s is not declared".formatted(expression.source()));
    }
    return invalid(
        "PLS-00306: %s is of type %s: give a literal of that type, a parameter or a variable"
            .formatted(parameter.name(), parameter.type()));
  }

  private static boolean isName(String text) {
    return Characters.beginsName(text.charAt(0)) && Characters.skipName(text, 0) == text.length();
  }

  private Argument boundOrOmitted(Parameter parameter) {
    Argument argument = bound.get(parameter);
    return argument != null
        ? argument
        : parameter
            .whenOmitted()
            .orElseThrow(
                () -> invalid("PLS-00306: parameter %s is missing".formatted(parameter.name())));
  }

  private MViewException invalid(String reason) {
    return CALL_NOT_VALID.of(signature.name(), reason);
  }
}
