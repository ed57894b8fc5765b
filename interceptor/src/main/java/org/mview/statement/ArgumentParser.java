package org.mview.statement;

import static org.mview.error.MViewError.CALL_NOT_VALID;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mview.statement.CallBlock.Variable;
import org.mview.statement.Token.Kind;

/** Reads arguments, and the places where results go. */
final class ArgumentParser {
  private final Cursor cursor;
  private final ParameterPositions positions;
  private final Map<String, Variable> variables = new HashMap<>();

  ArgumentParser(Cursor cursor, ParameterPositions positions) {
    this.cursor = cursor;
    this.positions = positions;
  }

  /** From here on the name of the variable means the variable. */
  void declare(Variable variable) {
    variables.put(variable.name().comparable(), variable);
  }

  /** A literal, or an expression without parameters and variables. */
  static Argument constant(Cursor cursor) {
    return literal(cursor).orElseGet(() -> new Argument.Expression(Expressions.item(cursor)));
  }

  /** What is given for one parameter. */
  Argument argument() {
    int start = cursor.place();
    Optional<Argument> simple = simple();
    if (simple.isPresent() && Expressions.endsItem(cursor)) {
      return simple.get();
    }
    cursor.backTo(start);
    SourceText expression = Expressions.item(cursor);
    if (new ParameterPositions(expression.text(), cursor.rules()).count() > 0) {
      throw CALL_NOT_VALID.of(
          "a procedure", "a parameter is part of an expression: bind the expression's value");
    }
    return new Argument.Expression(expression);
  }

  private Optional<Argument> simple() {
    Optional<Argument> literal = literal(cursor);
    if (literal.isPresent()) {
      return literal;
    }
    Optional<Argument.Place> place = acceptPlace();
    if (place.isPresent()) {
      return place.map(Argument.class::cast);
    }
    int start = cursor.place();
    Optional<Argument> constant =
        RoutineName.accept(cursor).filter(PackageConstants::has).map(PackageConstants::value);
    if (constant.isPresent()) {
      return constant;
    }
    cursor.backTo(start);
    // MySQL and SQLite read double quotes as a string where no name can be meant.
    return cursor.at(Kind.NAME)
        ? Optional.of(Argument.ofText(Names.name(cursor).text()))
        : Optional.empty();
  }

  private static Optional<Argument> literal(Cursor cursor) {
    if (cursor.at(Kind.STRING)) {
      return Optional.of(Argument.ofText(joinedStrings(cursor)));
    }
    if (cursor.accept("NULL")) {
      return Optional.of(new Argument.Null());
    }
    if (cursor.accept("TRUE")) {
      return Optional.of(new Argument.Truth(true));
    }
    if (cursor.accept("FALSE")) {
      return Optional.of(new Argument.Truth(false));
    }
    return number(cursor);
  }

  private static String joinedStrings(Cursor cursor) {
    StringBuilder text = new StringBuilder(cursor.string());
    while (cursor.at("||") && cursor.peek(1).is(Kind.STRING)) {
      cursor.next();
      text.append(cursor.string());
    }
    return text.toString();
  }

  private static Optional<Argument> number(Cursor cursor) {
    int start = cursor.place();
    String sign = cursor.accept("-") ? "-" : "";
    if (sign.isEmpty()) {
      cursor.accept("+");
    }
    Optional<Argument> number =
        cursor.at(Kind.NUMBER)
            ? Argument.Numeric.of(sign + cursor.next().text()).map(Argument.class::cast)
            : Optional.empty();
    if (number.isEmpty()) {
      cursor.backTo(start);
    }
    return number;
  }

  /** A parameter, a variable, or an element of a variable. */
  Optional<Argument.Place> acceptPlace() {
    if (cursor.at(Kind.PARAMETER)) {
      return Optional.of(parameter(cursor.next()));
    }
    int start = cursor.place();
    Optional<Argument.Place> variable =
        Names.atName(cursor) ? variable(Names.name(cursor)) : Optional.empty();
    if (variable.isEmpty()) {
      cursor.backTo(start);
    }
    return variable;
  }

  private Argument.Parameter parameter(Token token) {
    String name = token.text().substring(1);
    boolean named = token.text().startsWith(":");
    return new Argument.Parameter(
        positions.at(token.start()), named ? Optional.of(name) : Optional.empty());
  }

  private Optional<Argument.Place> variable(Name name) {
    Optional<Variable> declared = Optional.ofNullable(variables.get(name.comparable()));
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt index = OptionalInt.empty();
    if (declared.get().table() && cursor.accept("(")) {
      index = OptionalInt.of(cursor.integer());
      cursor.expect(")");
    }
    return Optional.of(new Argument.Variable(declared.get().name(), index));
  }
}
