package org.mview.dialect;

/**
 * Expressions that each database says in its own way: templates in which {@code %1$s}, {@code %2$s}
 * … are the parts.
 *
 * @param same equality that holds for two NULLs
 * @param nullableKey what a unique index holds for a column that may be NULL, so that NULL is like
 *     NULL
 * @param collated a key of an index under a collation
 * @param average what AVG makes of a sum and a count
 * @param exact a value if it is exact; otherwise an error with the signal
 * @param signal what the message of that error says
 * @param binary terms of GROUP BY that keep values apart that are equal but not the same
 */
public record Expressions(
    String same,
    String nullableKey,
    String collated,
    String average,
    String exact,
    String signal,
    String binary) {}
