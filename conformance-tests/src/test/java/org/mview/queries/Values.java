package org.mview.queries;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a column mostly has, as a schema file says them: literals and ranges of numbers,
 * with bars between them, each as likely as the others.
 */
final class Values {
  private static final Pattern RANGE = Pattern.compile("(-?[0-9.]*[0-9])\\.\\.(-?[0-9.]+)");

  private final List<Choice> choices;

  private Values(List<Choice> choices) {
    this.choices = choices;
  }

  private interface Choice {
    String literal(Random random);
  }

  static Values of(String text) {
    return new Values(
        Arrays.stream(text.split("\\|")).map(String::strip).map(Values::choice).toList());
  }

  /** A value, as SQL writes it. */
  String literal(Random random) {
    return choices.get(random.nextInt(choices.size())).literal(random);
  }

  private static Choice choice(String text) {
    Matcher range = RANGE.matcher(text);
    return range.matches()
        ? between(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)))
        : random -> text;
  }

  /** Any number between these, inclusive, with as many decimals as they have. */
  private static Choice between(BigDecimal least, BigDecimal greatest) {
    int steps = greatest.subtract(least).unscaledValue().intValueExact() + 1;
    return random ->
        least.add(BigDecimal.valueOf(random.nextInt(steps), least.scale())).toPlainString();
  }
}
