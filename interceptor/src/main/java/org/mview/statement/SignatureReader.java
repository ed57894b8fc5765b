package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mview.statement.Signature.Mode;

/** Reads a table of signatures, with the lexer of the statements themselves. */
final class SignatureReader {
  private final Cursor cursor;

  private SignatureReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Signatures, each as {@code PACKAGE.PROCEDURE(name|name [IN OUT] TYPE [:= default], …)}. */
  static List<Signature> read(String table) {
    SignatureReader reader = new SignatureReader(new Cursor(table, LexicalRules.STANDARD));
    List<Signature> signatures = new ArrayList<>();
    while (!reader.cursor.atEnd()) {
      signatures.add(reader.signature());
    }
    return signatures;
  }

  private Signature signature() {
    String packageName = word();
    cursor.expect(".");
    String procedure = word();
    List<Signature.Parameter> parameters = parameters();
    Optional<ParameterType> result =
        cursor.accept("RETURN") ? Optional.of(type()) : Optional.empty();
    return new Signature(packageName, procedure, parameters, result);
  }

  private List<Signature.Parameter> parameters() {
    List<Signature.Parameter> parameters = new ArrayList<>();
    cursor.expect("(");
    if (!cursor.at(")")) {
      do {
        parameters.add(parameter());
      } while (cursor.accept(","));
    }
    cursor.expect(")");
    return parameters;
  }

  private Signature.Parameter parameter() {
    List<String> names = new ArrayList<>();
    do {
      names.add(word().toLowerCase(Locale.ROOT));
    } while (cursor.accept("|"));
    Mode mode =
        cursor.accept("IN", "OUT") ? Mode.IN_OUT : cursor.accept("OUT") ? Mode.OUT : Mode.IN;
    ParameterType type = type();
    Optional<Argument> whenOmitted =
        cursor.accept(":=") ? Optional.of(ArgumentParser.constant(cursor)) : Optional.empty();
    return new Signature.Parameter(names, type, mode, whenOmitted);
  }

  private ParameterType type() {
    return ParameterType.valueOf(word());
  }

  private String word() {
    return Names.name(cursor).text();
  }
}
