package org.mview.statement;

import java.util.Optional;
import java.util.Set;

/**
 * When and whether a constraint is checked.
 *
 * @param words what is said of it
 * @param usingIndex USING INDEX and its attributes, which no database but Oracle reads
 */
public record ConstraintState(Set<Word> words, Optional<SourceText> usingIndex) {
  /** Nothing is said. */
  public static final ConstraintState NONE = new ConstraintState(Set.of(), Optional.empty());

  /** A keyword, or two. */
  public enum Word {
    DEFERRABLE,
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED,
    RELY,
    NORELY,
    ENABLE,
    DISABLE,
    VALIDATE,
    NOVALIDATE
  }

  public ConstraintState {
    words = Set.copyOf(words);
  }

  /** Whether it is checked from now on. */
  public boolean isEnabled() {
    return !words.contains(Word.DISABLE);
  }
}
