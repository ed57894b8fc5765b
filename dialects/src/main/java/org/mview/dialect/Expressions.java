package org.mview.dialect;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Expressions that each database says in its own way: templates in which {@code %1$s}, {@code %2$s}
 * … are the parts.
 *
 * @param same equality that holds for two NULLs
 * @param keyTerms what a unique index in which NULL is like NULL holds of a column; the second part
 *     is its collation, if it has one
 * @param keyEqual equality as such an index has it; the third part is the collation
 * @param collation what stands behind an expression to give it a collation
 * @param average what AVG makes of a sum and a count
 * @param exact a value if it is exact; otherwise an error with the signal
 * @param signal what the message of that error says
 * @param tainted a value if it is exact and small enough for a few of them to be added up;
 *     otherwise one of which every sum is tainted
 * @param isTainted whether a sum is
 * @param binary terms of GROUP BY that keep values apart that are equal but not the same
 * @param stored what a column of a table makes of a value: <code>{}</code> is the value, {@code %s}
 *     the declaration of the column. Empty where there is nothing to be said
 * @param absent NULL of the type that a column is declared with. Empty where only values have types
 * @param few holds for every row of a log, and makes the planner expect few of them: each <code>{}
 *     </code> is one number that is never NULL. Empty where it expects no more than there are
 */
public record Expressions(
    String same,
    String keyTerms,
    String keyEqual,
    String collation,
    String average,
    String exact,
    String signal,
    String tainted,
    String isTainted,
    String binary,
    Optional<String> stored,
    Optional<UnaryOperator<String>> absent,
    Optional<String> few) {}
