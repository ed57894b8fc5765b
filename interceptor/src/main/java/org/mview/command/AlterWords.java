package org.mview.command;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.dialect.Dialect;
import org.mview.sql.Identifier;
import org.mview.statement.Words;
import org.mview.statement.query.Language;

/**
 * What the words of an ALTER TABLE tell of the rows that are there: a definition may compute the
 * values of a column anew, and no trigger is told.
 *
 * @param all in capitals, in the order of the text
 */
record AlterWords(List<String> all) {
  /** What these change is not the values that are there. */
  private static final Set<String> OF_DEFINITION =
      Set.of("SET", "DROP", "RENAME", "RESTART", "SELECTIVITY");

  AlterWords {
    all = List.copyOf(all);
  }

  static AlterWords of(String sql, Dialect dialect) {
    Language language = Language.of(dialect);
    return new AlterWords(
        Words.inOrder(sql, language.rules(), language.fold()).stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .toList());
  }

  boolean has(String word) {
    return all.contains(word);
  }

  boolean hasOneOf(Set<String> words) {
    return !Collections.disjoint(all, words);
  }

  /** A column that a log holds, and that the statement names. */
  Optional<Identifier> logged(LogEntry log) {
    return log.log().columns().stream()
        .filter(column -> has(column.text().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** Whether values of a column that a log holds may be others behind it, of the same type too. */
  boolean mayCompute(LogEntry log) {
    return (has("TYPE") || has("EXPRESSION")) && logged(log).isPresent();
  }

  /** Whether texts get another character set: CONVERT TO CHARACTER SET, not CONVERT PARTITION. */
  boolean convertsTexts() {
    return Collections.indexOfSubList(all, List.of("CONVERT", "TO")) >= 0;
  }

  /** Whether it gives a column another definition: ALTER COLUMN c [SET DATA TYPE] t. */
  boolean redefines() {
    boolean typed = Collections.indexOfSubList(all, List.of("DATA", "TYPE")) >= 0;
    boolean altersColumn = Collections.frequency(all, "ALTER") > 1;
    return typed || (altersColumn && !hasOneOf(OF_DEFINITION));
  }
}
