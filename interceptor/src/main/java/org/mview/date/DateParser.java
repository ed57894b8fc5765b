package org.mview.date;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an expression: sums of products of literals, the present and functions. */
final class DateParser {
  private static final Set<String> NOW =
      Set.of("SYSDATE", "CURRENT_DATE", "SYSTIMESTAMP", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP");

  private final DateTokens tokens;

  private DateParser(DateTokens tokens) {
    this.tokens = tokens;
  }

  static Term parse(String expression) {
    DateParser parser = new DateParser(new DateTokens(expression));
    Term term = parser.sum();
    if (!parser.tokens.atEnd()) {
      throw parser.tokens.unexpected("the end");
    }
    return term;
  }

  private Term sum() {
    Term sum = product();
    while (true) {
      Term left = sum;
      if (tokens.accept("+")) {
        Term right = product();
        sum = now -> Arithmetic.plus(left.at(now), right.at(now));
      } else if (tokens.accept("-")) {
        Term right = product();
        sum = now -> Arithmetic.minus(left.at(now), right.at(now));
      } else if (tokens.accept("||")) {
        Term right = product();
        sum = now -> Arithmetic.joined(left.at(now), right.at(now));
      } else {
        return sum;
      }
    }
  }

  private Term product() {
    Term product = signed();
    while (true) {
      Term left = product;
      if (tokens.accept("*")) {
        Term right = signed();
        product = now -> Arithmetic.times(left.at(now), right.at(now));
      } else if (tokens.accept("/")) {
        Term right = signed();
        product = now -> Arithmetic.divided(left.at(now), right.at(now));
      } else {
        return product;
      }
    }
  }

  private Term signed() {
    if (tokens.accept("-")) {
      Term term = signed();
      return now -> Arithmetic.times(Value.Numeric.of(-1), term.at(now));
    }
    tokens.accept("+");
    return primary();
  }

  private Term primary() {
    if (tokens.accept("(")) {
      Term inner = sum();
      tokens.expect(")");
      return inner;
    } else if (tokens.atNumber()) {
      Value number = new Value.Numeric(new BigDecimal(tokens.take()));
      return now -> number;
    } else if (tokens.atText()) {
      Value text = new Value.Text(tokens.text());
      return now -> text;
    }
    return named(tokens.word());
  }

  private Term named(String word) {
    if (word.equals("SYS") && tokens.accept(".")) {
      return named(tokens.word());
    } else if (NOW.contains(word)) {
      if (tokens.accept("(")) {
        tokens.take(); // how many digits
        tokens.expect(")");
      }
      return Value.Moment::new;
    } else if (word.equals("NULL")) {
      return now -> Value.NULL;
    } else if (tokens.at("(")) {
      return call(word);
    } else if (tokens.atText()) {
      Value literal = literal(word);
      return now -> literal;
    }
    throw new NotADate("%s is not known here".formatted(word));
  }

  private Value literal(String word) {
    String text = tokens.text();
    return switch (word) {
      case "DATE", "TIMESTAMP" -> DatePattern.standard(text, LocalDateTime.MIN);
      case "INTERVAL" -> IntervalLiteral.of(text, tokens);
      default -> throw new NotADate("%s is not known here".formatted(word));
    };
  }

  private Term call(String function) {
    DateFunction called = DateFunction.named(function);
    List<Term> arguments = new ArrayList<>();
    tokens.expect("(");
    do {
      arguments.add(sum());
    } while (tokens.accept(","));
    tokens.expect(")");
    called.check(arguments.size());
    return now -> called.apply(arguments.stream().map(argument -> argument.at(now)).toList(), now);
  }
}
