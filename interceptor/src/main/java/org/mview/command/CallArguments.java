package org.mview.command;

import static org.mview.error.MViewError.ARGUMENT_NOT_CONVERTIBLE;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.PARALLELISM_NOT_VALID;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewException;
import org.mview.statement.Argument;
import org.mview.statement.BoundCall;
import org.mview.statement.CallBlock;
import org.mview.statement.Name;

/** The values of a block: what its parameters were bound to, its variables, what goes out. */
final class CallArguments {
  private final Map<Integer, @Nullable Object> parameters;
  private final Map<String, @Nullable Object> variables = new HashMap<>();
  private final Map<Integer, Object> outs = new HashMap<>();

  CallArguments(CallBlock block, Map<Integer, @Nullable Object> parameters) {
    this.parameters = parameters;
    for (CallBlock.Variable variable : block.variables()) {
      Object value = variable.initial().map(this::value).flatMap(v -> v).orElse(null);
      variables.put(
          key(variable.name()), variable.table() ? new TreeMap<Integer, Object>() : value);
    }
  }

  private static String key(Name name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  /** What goes out, by the position of the parameter. */
  Map<Integer, Object> outs() {
    return outs;
  }

  /** The error of a procedure that Oracle has and we have not. */
  static MViewException unknown(BoundCall call) {
    return NOT_SUPPORTED.of(
        "procedure " + call.signature().name(), "it is not part of this version");
  }

  /** The value of an argument; empty for NULL. */
  Optional<Object> value(Argument argument) {
    if (argument instanceof Argument.Text text) {
      return Optional.of(text.value());
    } else if (argument instanceof Argument.Numeric number) {
      return Optional.of(number.value());
    } else if (argument instanceof Argument.Truth truth) {
      return Optional.of(truth.value());
    } else if (argument instanceof Argument.Parameter parameter) {
      return Optional.ofNullable(parameters.get(parameter.position()));
    } else if (argument instanceof Argument.Variable variable) {
      return variable(variable);
    } else if (argument instanceof Argument.Expression expression) {
      throw NOT_SUPPORTED.of("the expression " + expression, "give a value");
    }
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // only tables of strings are put in as maps
  private Optional<Object> variable(Argument.Variable variable) {
    Object value = variables.get(key(variable.name()));
    if (variable.index().isPresent() && value != null) {
      return Optional.ofNullable(((Map<Integer, Object>) value).get(variable.index().getAsInt()));
    }
    return Optional.ofNullable(value);
  }

  /** Puts a value where a call or an assignment wants it. */
  @SuppressWarnings("unchecked") // only tables of strings are put in as maps
  void assign(Argument.Place place, Optional<Object> value) {
    if (place instanceof Argument.Parameter parameter) {
      value.ifPresent(v -> outs.put(parameter.position(), v));
      return;
    }
    Argument.Variable variable = (Argument.Variable) place;
    if (variable.index().isPresent()) {
      Object table = variables.get(key(variable.name()));
      value.ifPresent(
          v ->
              ((Map<Integer, Object>) Objects.requireNonNull(table))
                  .put(variable.index().getAsInt(), v));
    } else {
      variables.put(key(variable.name()), value.orElse(null));
    }
  }

  /** The text of a parameter of a call; empty when it is NULL. */
  String text(BoundCall call, String parameter) {
    return value(call.argument(parameter)).map(Object::toString).orElse("");
  }

  /** The number of a parameter of a call; 0 when it is NULL. */
  long number(BoundCall call, String parameter) {
    Object value = value(call.argument(parameter)).orElse(0);
    try {
      return new BigDecimal(value.toString().strip()).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw ARGUMENT_NOT_CONVERTIBLE.of(parameter, call.signature().name(), "INTEGER");
    }
  }

  /** The number of connections that a call asks for; 0 and 1 are one. */
  int parallelism(BoundCall call) {
    long number = number(call, "parallelism");
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw PARALLELISM_NOT_VALID.of(number);
    }
    return (int) number;
  }

  /**
   * The date of a parameter of a call: an expression, or what JDBC calls a date; empty when it is
   * NULL.
   */
  Optional<Instant> date(BoundCall call, String parameter, Times times) {
    Argument argument = call.argument(parameter);
    if (argument instanceof Argument.Expression expression) {
      return times.start(expression.source().text());
    }
    Optional<Object> value = value(argument);
    if (value.isEmpty()) {
      return Optional.empty();
    } else if (value.get() instanceof Timestamp time) {
      return Optional.of(time.toLocalDateTime().atZone(times.zone()).toInstant());
    } else if (value.get() instanceof Date day) {
      return Optional.of(day.toLocalDate().atStartOfDay(times.zone()).toInstant());
    } else if (value.get() instanceof LocalDateTime time) {
      return Optional.of(time.atZone(times.zone()).toInstant());
    } else if (value.get() instanceof OffsetDateTime time) {
      return Optional.of(time.toInstant());
    }
    return times.start("TO_DATE('%s')".formatted(value.get().toString().replace("'", "''")));
  }

  /** The truth of a parameter of a call. */
  boolean truth(BoundCall call, String parameter) {
    Object value = value(call.argument(parameter)).orElse(false);
    String text = value.toString().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "1", "y" -> true;
      case "false", "0", "n" -> false;
      default -> throw ARGUMENT_NOT_CONVERTIBLE.of(parameter, call.signature().name(), "BOOLEAN");
    };
  }

  /** The list of a parameter of a call: of names, still as they were written. */
  List<String> list(BoundCall call, String parameter) throws SQLException {
    Object value = value(call.argument(parameter)).orElse("");
    if (value instanceof Map<?, ?> table) {
      return table.values().stream().map(Object::toString).toList();
    } else if (value instanceof Array array) {
      return texts((Object[]) array.getArray());
    } else if (value instanceof Object[] array) {
      return texts(array);
    }
    return value.toString().isBlank() ? List.of() : List.of(value.toString());
  }

  /** A table of strings ends at its first NULL. */
  private static List<String> texts(Object[] values) {
    return Arrays.stream(values).takeWhile(Objects::nonNull).map(Object::toString).toList();
  }
}
