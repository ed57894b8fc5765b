package org.mview.statement;

import static org.mview.error.MViewError.CALL_NOT_VALID;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.CallBlock.Variable;
import org.mview.statement.Token.Kind;

/** The forms in which procedures are called: EXEC, CALL, JDBC's escape, and blocks. */
final class BlockParser {
  private final Cursor cursor;
  private final ParameterPositions positions;
  private final ArgumentParser arguments;
  private final CallParser calls;
  private final List<Variable> variables = new ArrayList<>();
  private final List<BlockStatement> statements = new ArrayList<>();

  private BlockParser(Cursor cursor) {
    this.cursor = cursor;
    this.positions = new ParameterPositions(cursor.source(), cursor.rules());
    this.arguments = new ArgumentParser(cursor, positions);
    this.calls = new CallParser(cursor, arguments);
  }

  /** {@code EXEC [:result :=] call}. */
  static Optional<Command> execute(Cursor cursor) {
    int start = cursor.place();
    boolean toParameter = cursor.at(Kind.PARAMETER) && cursor.peek(1).is(":=");
    if (toParameter) {
      cursor.next();
      cursor.expect(":=");
    }
    boolean ours = RoutineName.isOursNext(cursor);
    cursor.backTo(start);
    if (!ours) {
      return Optional.empty();
    }
    BlockParser parser = new BlockParser(cursor);
    if (toParameter) {
      parser.assignment();
    } else {
      parser.addCall(Optional.empty());
    }
    return Optional.of(parser.finished());
  }

  /** {@code CALL call [INTO :result]}. */
  static Optional<Command> call(Cursor cursor) {
    if (!RoutineName.isOursNext(cursor)) {
      return Optional.empty();
    }
    BlockParser parser = new BlockParser(cursor);
    boolean function = parser.isInto();
    BoundCall call = parser.calls.call(function);
    Optional<Argument.Place> result = Optional.empty();
    if (cursor.accept("INTO")) {
      result = parser.arguments.acceptPlace();
      if (result.isEmpty()) {
        throw cursor.unexpected("a parameter");
      }
    }
    parser.statements.add(new BlockStatement.Call(call, result));
    return Optional.of(parser.finished());
  }

  private boolean isInto() {
    int start = cursor.place();
    boolean into = false;
    while (!into && !cursor.atEnd()) {
      into = cursor.at("INTO");
      cursor.next();
    }
    cursor.backTo(start);
    return into;
  }

  /** <code>{[? =] call …}</code>, behind the brace. */
  static Optional<Command> escape(Cursor cursor) {
    int start = cursor.place();
    boolean function = cursor.at(Kind.PARAMETER) && cursor.peek(1).is("=");
    if (function) {
      cursor.next();
      cursor.expect("=");
    }
    if (!cursor.accept("CALL") || !RoutineName.isOursNext(cursor)) {
      return Optional.empty();
    }
    BlockParser parser = new BlockParser(cursor);
    Optional<Argument.Place> result = Optional.empty();
    if (function) {
      cursor.backTo(start);
      result = parser.arguments.acceptPlace();
      cursor.expect("=", "CALL");
    }
    parser.addCall(result);
    cursor.expect("}");
    return Optional.of(parser.finished());
  }

  /** {@code [DECLARE …] BEGIN … END}. */
  static Optional<Command> block(Cursor cursor) {
    if (!BlockScan.isOurs(cursor)) {
      return Optional.empty();
    }
    BlockParser parser = new BlockParser(cursor);
    if (cursor.accept("DECLARE")) {
      while (!cursor.at("BEGIN")) {
        parser.declaration();
      }
    }
    cursor.expect("BEGIN");
    while (!cursor.at("END")) {
      parser.statement();
      cursor.expect(";");
    }
    cursor.expect("END");
    return Optional.of(parser.finished());
  }

  private CallBlock finished() {
    cursor.expectEnd();
    return new CallBlock(variables, statements, positions.count());
  }

  private void declaration() {
    Name name = Names.name(cursor, "the name of a variable");
    cursor.accept("CONSTANT");
    boolean table = false;
    int type = cursor.place();
    while (!cursor.at(";") && !cursor.at(":=") && !cursor.at("DEFAULT") && !cursor.atEnd()) {
      table |= cursor.at("UNCL_ARRAY") || cursor.at("LNAME_ARRAY");
      cursor.next();
    }
    if (cursor.place() == type) {
      throw cursor.unexpected("a type");
    }
    boolean initialised = cursor.accept(":=") || cursor.accept("DEFAULT");
    Optional<Argument> initial = initialised ? Optional.of(arguments.argument()) : Optional.empty();
    cursor.expect(";");
    Variable variable = new Variable(name, table, initial);
    variables.add(variable);
    arguments.declare(variable);
  }

  private void statement() {
    if (cursor.accept("NULL")) {
      return;
    }
    boolean commit = cursor.at("COMMIT");
    if (commit || cursor.at("ROLLBACK")) {
      cursor.next();
      cursor.accept("WORK");
      statements.add(new BlockStatement.EndTransaction(commit));
    } else if (RoutineName.isOursNext(cursor)) {
      addCall(Optional.empty());
    } else {
      assignment();
    }
  }

  private void assignment() {
    int start = cursor.offset();
    Optional<Argument.Place> place = arguments.acceptPlace();
    if (place.isEmpty() && !Names.atName(cursor)) {
      throw cursor.unexpected("a call, an assignment, or END");
    }
    if (place.isEmpty()) {
      cursor.next();
      throw CALL_NOT_VALID.of(
          "a block", "PLS-00201: %s is not declared".formatted(cursor.since(start)));
    }
    cursor.expect(":=");
    if (RoutineName.isOursNext(cursor)) {
      addCall(place);
    } else {
      statements.add(new BlockStatement.Assignment(place.get(), arguments.argument()));
    }
  }

  private void addCall(Optional<Argument.Place> result) {
    BoundCall call = calls.call(result.isPresent());
    statements.add(new BlockStatement.Call(call, result));
  }
}
