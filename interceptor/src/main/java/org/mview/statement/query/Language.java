package org.mview.statement.query;

import java.util.function.UnaryOperator;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.statement.LexicalRules;

/**
 * How a database reads the text of a query.
 *
 * @param fold what becomes of a word without quotes
 * @param typed whether every expression has a type, known before it is run
 * @param roundsTexts whether a text in arithmetic is a floating-point number, and nobody looks at
 *     each value
 * @param roundsAverages whether AVG is rounded to a type of its own for each type of numbers
 * @param intersectsFirst whether INTERSECT is taken before UNION and EXCEPT
 * @param pairsNaturallyWithOne whether NATURAL compares columns of the table before it alone, and
 *     not those of all that was joined by then
 * @param convertsInUnions whether decimals of a union are converted to a type of all its parts
 * @param mixesChars whether texts are, where one of them is CHAR(n), and where two are compared
 */
public record Language(
    LexicalRules rules,
    UnaryOperator<String> fold,
    boolean typed,
    boolean roundsTexts,
    boolean roundsAverages,
    boolean intersectsFirst,
    boolean pairsNaturallyWithOne,
    boolean convertsInUnions,
    boolean mixesChars) {
  /** The language of a database. */
  public static Language of(Dialect dialect) {
    return new Language(
        LexicalRules.of(dialect.name()),
        dialect.fold(),
        dialect.can(Capability.TYPED_EXPRESSIONS),
        dialect.can(Capability.ROUNDS_TEXTS),
        dialect.can(Capability.ROUNDS_AVERAGES),
        dialect.can(Capability.INTERSECTS_FIRST),
        dialect.can(Capability.PAIRS_NATURALLY_WITH_ONE),
        dialect.can(Capability.CONVERTS_IN_UNIONS),
        dialect.can(Capability.MIXES_CHARS));
  }
}
