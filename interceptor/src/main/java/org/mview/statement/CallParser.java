package org.mview.statement;

import static org.mview.error.MViewError.CALL_NOT_VALID;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.ROUTINE_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.Token.Kind;

/** One call of a procedure of ours, whatever stands around it. */
final class CallParser {
  private final Cursor cursor;
  private final ArgumentParser arguments;

  CallParser(Cursor cursor, ArgumentParser arguments) {
    this.cursor = cursor;
    this.arguments = arguments;
  }

  /** The call that comes next, bound to what the procedure takes. */
  BoundCall call(boolean asFunction) {
    RoutineName name =
        RoutineName.acceptOurs(cursor).orElseThrow(() -> cursor.unexpected("a procedure"));
    if (name.packageName().equals(Signatures.SYNCHRONOUS_REFRESH)) {
      throw NOT_SUPPORTED.of(name, "refresh by log instead");
    }
    if (Signatures.REFUSED.contains(name.fullName())) {
      throw NOT_SUPPORTED.of(
          name, "views and groups have schedules: say START WITH and NEXT, or DBMS_REFRESH.MAKE");
    }
    List<Signature> signatures = Signatures.of(name);
    if (signatures.isEmpty()) {
      throw ROUTINE_UNKNOWN.of(name.packageName(), name.procedure());
    }
    boolean function = signatures.get(0).result().isPresent();
    if (asFunction && !function) {
      throw CALL_NOT_VALID.of(name, "PLS-00222: it is a procedure and returns nothing");
    }
    if (!asFunction && function) {
      throw CALL_NOT_VALID.of(name, "PLS-00221: it is a function, its result must go somewhere");
    }
    return CallBinder.bind(signatures, givenArguments(name));
  }

  private List<GivenArgument> givenArguments(RoutineName name) {
    List<GivenArgument> given = new ArrayList<>();
    if (!cursor.accept("(") || cursor.accept(")")) {
      return given;
    }
    do {
      GivenArgument argument = givenArgument();
      if (argument.name().isEmpty() && lastIsNamed(given)) {
        throw CALL_NOT_VALID.of(name, "PLS-00312: an argument by position follows one by name");
      }
      given.add(argument);
    } while (cursor.accept(","));
    cursor.expect(")");
    return given;
  }

  private static boolean lastIsNamed(List<GivenArgument> given) {
    return !given.isEmpty() && given.get(given.size() - 1).name().isPresent();
  }

  private GivenArgument givenArgument() {
    boolean named = cursor.peek(1).is("=>") && (cursor.at(Kind.WORD) || cursor.at(Kind.NAME));
    if (!named) {
      return new GivenArgument(Optional.empty(), arguments.argument());
    }
    Name name = Names.name(cursor);
    cursor.expect("=>");
    return new GivenArgument(Optional.of(name), arguments.argument());
  }
}
