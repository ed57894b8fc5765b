package org.mview.date;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mview.date.Value.Moment;
import org.mview.date.Value.Months;
import org.mview.date.Value.Numeric;
import org.mview.date.Value.Span;
import org.mview.date.Value.Text;

/** The functions that an expression may call, with the numbers of arguments that each takes. */
enum DateFunction {
  TRUNC(1, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return arguments.get(0) instanceof Moment moment
          ? new Moment(unit(arguments).truncated(moment.time()))
          : cut(arguments, RoundingMode.DOWN);
    }
  },
  ROUND(1, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return arguments.get(0) instanceof Moment moment
          ? new Moment(unit(arguments).rounded(moment.time()))
          : cut(arguments, RoundingMode.HALF_UP);
    }
  },
  ADD_MONTHS(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      LocalDateTime time = time(arguments.get(0), now);
      LocalDateTime moved = time.plusMonths(Arithmetic.number(arguments.get(1)).longValue());
      return new Moment(isLastDay(time) ? lastDay(moved) : moved);
    }
  },
  LAST_DAY(1, 1) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return new Moment(lastDay(time(arguments.get(0), now)));
    }
  },
  NEXT_DAY(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      DayOfWeek day = dayOfWeek(arguments.get(1));
      return new Moment(time(arguments.get(0), now).with(TemporalAdjusters.next(day)));
    }
  },
  MONTHS_BETWEEN(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return new Numeric(between(time(arguments.get(0), now), time(arguments.get(1), now)));
    }
  },
  TO_DATE(1, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      String text = Arithmetic.text(arguments.get(0));
      Moment moment =
          arguments.size() == 1
              ? DatePattern.standard(text, now)
              : DatePattern.of(Arithmetic.text(arguments.get(1))).parse(text, now);
      return moment;
    }
  },
  TO_TIMESTAMP(1, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return TO_DATE.of(arguments, now);
    }
  },
  TO_CHAR(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      DatePattern pattern = DatePattern.of(Arithmetic.text(arguments.get(1)));
      return new Text(pattern.format(time(arguments.get(0), now)));
    }
  },
  TO_NUMBER(1, 1) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return new Numeric(Arithmetic.number(arguments.get(0)));
    }
  },
  NUMTODSINTERVAL(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      long seconds =
          switch (Arithmetic.text(arguments.get(1)).toUpperCase(Locale.ROOT)) {
            case "DAY" -> 86_400;
            case "HOUR" -> 3_600;
            case "MINUTE" -> 60;
            case "SECOND" -> 1;
            default -> throw new NotADate("NUMTODSINTERVAL takes DAY, HOUR, MINUTE or SECOND");
          };
      BigDecimal millis =
          Arithmetic.number(arguments.get(0)).multiply(BigDecimal.valueOf(seconds * 1_000));
      return new Span(Duration.ofMillis(millis.longValue()));
    }
  },
  NUMTOYMINTERVAL(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      long months =
          switch (Arithmetic.text(arguments.get(1)).toUpperCase(Locale.ROOT)) {
            case "YEAR" -> 12;
            case "MONTH" -> 1;
            default -> throw new NotADate("NUMTOYMINTERVAL takes YEAR or MONTH");
          };
      return new Months(
          Arithmetic.number(arguments.get(0)).multiply(BigDecimal.valueOf(months)).longValue());
    }
  },
  GREATEST(1, 99) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return extreme(arguments, 1);
    }
  },
  LEAST(1, 99) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      return extreme(arguments, -1);
    }
  },
  MOD(2, 2) {
    @Override
    Value of(List<Value> arguments, LocalDateTime now) {
      BigDecimal divisor = Arithmetic.number(arguments.get(1));
      BigDecimal number = Arithmetic.number(arguments.get(0));
      return new Numeric(divisor.signum() == 0 ? number : number.remainder(divisor));
    }
  },
  NVL(2, 2) {
    @Override
    Value apply(List<Value> arguments, LocalDateTime now) {
      return arguments.get(0) instanceof Value.Null ? arguments.get(1) : arguments.get(0);
    }
  },
  DECODE(3, 99) {
    @Override
    Value apply(List<Value> arguments, LocalDateTime now) {
      for (int i = 1; i + 1 < arguments.size(); i += 2) {
        if (isSame(arguments.get(0), arguments.get(i))) {
          return arguments.get(i + 1);
        }
      }
      boolean hasOther = arguments.size() % 2 == 0;
      return hasOther ? arguments.get(arguments.size() - 1) : Value.NULL;
    }
  };

  private final int least;
  private final int most;

  DateFunction(int least, int most) {
    this.least = least;
    this.most = most;
  }

  static DateFunction named(String name) {
    return Arrays.stream(values())
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotADate("function %s is not known here".formatted(name)));
  }

  /** Fails when it does not take so many arguments. */
  void check(int arguments) {
    if (arguments < least || arguments > most) {
      throw new NotADate("%s does not take %s arguments".formatted(this, arguments));
    }
  }

  /** Its value; NULL where one of the arguments is, but for the functions that look at that. */
  Value apply(List<Value> arguments, LocalDateTime now) {
    boolean unknown = arguments.stream().anyMatch(Value.Null.class::isInstance);
    return unknown ? Value.NULL : of(arguments, now);
  }

  Value of(List<Value> arguments, LocalDateTime now) {
    throw new NotADate("%s has no value".formatted(this));
  }

  private static DateUnit unit(List<Value> arguments) {
    return arguments.size() == 1 ? DateUnit.DAY : DateUnit.named(Arithmetic.text(arguments.get(1)));
  }

  private static Value cut(List<Value> arguments, RoundingMode mode) {
    int digits = arguments.size() == 1 ? 0 : Arithmetic.number(arguments.get(1)).intValue();
    return new Numeric(Arithmetic.number(arguments.get(0)).setScale(digits, mode));
  }

  private static LocalDateTime time(Value value, LocalDateTime now) {
    if (value instanceof Moment moment) {
      return moment.time();
    } else if (value instanceof Text text) {
      return DatePattern.standard(text.text(), now).time();
    }
    throw new NotADate("a date is expected where there is a number or an interval");
  }

  private static boolean isLastDay(LocalDateTime time) {
    return time.getDayOfMonth() == YearMonth.from(time).lengthOfMonth();
  }

  private static LocalDateTime lastDay(LocalDateTime time) {
    return time.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** By its English name or the beginning of it, of three letters at least, or by its number. */
  private static DayOfWeek dayOfWeek(Value value) {
    String name = Arithmetic.text(value).strip().toUpperCase(Locale.ROOT);
    if (name.matches("[1-7]")) {
      return DayOfWeek.SATURDAY.plus(Long.parseLong(name)); // 1 is Sunday
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(
            day ->
                name.length() >= 3
                    && day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toUpperCase(Locale.ROOT)
                        .startsWith(name))
        .findFirst()
        .orElseThrow(() -> new NotADate("'%s' is no day of the week in English".formatted(name)));
  }

  /** Whole months between equal days, or between last days; else a month has 31 days. */
  private static BigDecimal between(LocalDateTime later, LocalDateTime earlier) {
    LocalDate one = later.toLocalDate();
    LocalDate other = earlier.toLocalDate();
    long months =
        (one.getYear() - other.getYear()) * 12L + one.getMonthValue() - other.getMonthValue();
    boolean even =
        one.getDayOfMonth() == other.getDayOfMonth() || (isLastDay(later) && isLastDay(earlier));
    if (even) {
      return BigDecimal.valueOf(months);
    }
    long seconds =
        (one.getDayOfMonth() - other.getDayOfMonth()) * 86_400L
            + later.toLocalTime().toSecondOfDay()
            - earlier.toLocalTime().toSecondOfDay();
    return BigDecimal.valueOf(months)
        .add(
            BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(31 * 86_400L), MathContext.DECIMAL128));
  }

  private static Value extreme(List<Value> values, int direction) {
    Value best = values.get(0);
    for (Value value : values) {
      if (compare(value, best) * direction > 0) {
        best = value;
      }
    }
    return best;
  }

  private static int compare(Value one, Value other) {
    if (one instanceof Moment moment && other instanceof Moment another) {
      return moment.time().compareTo(another.time());
    } else if (one instanceof Span span && other instanceof Span another) {
      return span.duration().compareTo(another.duration());
    }
    return Arithmetic.number(one).compareTo(Arithmetic.number(other));
  }

  /** NULL is the same as NULL here. */
  private static boolean isSame(Value one, Value other) {
    if (one instanceof Numeric number && other instanceof Numeric another) {
      return number.number().compareTo(another.number()) == 0;
    }
    return one.equals(other);
  }
}
