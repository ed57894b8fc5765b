package org.mview.statement;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mview.statement.ConstraintState.Word;

/** The change of one constraint, as it stands in ALTER TABLE. */
final class ConstraintParser {
  private static final Set<String> VERBS = Set.of("ADD", "DROP", "MODIFY", "ENABLE", "DISABLE");
  private static final Set<String> OBJECTS =
      Set.of("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN");

  private final Cursor cursor;

  private ConstraintParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The change, and the statement ends behind it; or empty, and the cursor where it was. Never
   * fails: most of what follows ALTER TABLE is something else.
   */
  static Optional<ConstraintChange> accept(Cursor cursor) {
    int start = cursor.place();
    Optional<ConstraintChange> change =
        new ConstraintParser(cursor).change().filter(any -> cursor.atEnd());
    if (change.isEmpty()) {
      cursor.backTo(start);
    }
    return change;
  }

  /** The same where only we are asked: what begins as the change of a constraint must be one. */
  static Optional<ConstraintChange> acceptOrRefuse(Cursor cursor) {
    boolean surely = cursor.atAny(VERBS) && OBJECTS.contains(cursor.peek(1).keyword());
    Optional<ConstraintChange> change = accept(cursor);
    if (change.isEmpty() && surely) {
      Optional<ConstraintChange> begun = new ConstraintParser(cursor).change();
      throw cursor.unexpected(begun.isEmpty() ? "a constraint" : "the end of the statement");
    }
    return change;
  }

  private Optional<ConstraintChange> change() {
    if (cursor.accept("ADD")) {
      return inParentheses(this::addition);
    }
    if (cursor.accept("DROP")) {
      return target().map(this::drop);
    }
    if (cursor.accept("MODIFY")) {
      Optional<ConstraintChange.Target> target = target();
      return target.isPresent() ? target.map(this::modify) : inParentheses(this::nullability);
    }
    if (cursor.atAny(Set.of("ENABLE", "DISABLE"))) {
      return switched();
    }
    return Optional.empty();
  }

  /** A part of the grammar that may come, or not. */
  private interface Part {
    Optional<ConstraintChange> accept();
  }

  private Optional<ConstraintChange> inParentheses(Part part) {
    boolean open = cursor.accept("(");
    Optional<ConstraintChange> change = part.accept();
    return open && !cursor.accept(")") ? Optional.empty() : change;
  }

  private Optional<ConstraintChange> addition() {
    Optional<Name> name = Optional.empty();
    if (cursor.accept("CONSTRAINT")) {
      name = name();
      if (name.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Name> given = name;
    return new ConstraintRuleParser(cursor)
        .accept()
        .map(rule -> new ConstraintChange.Add(given, rule, state()));
  }

  private Optional<ConstraintChange> nullability() {
    Optional<Name> column = name();
    Optional<Name> constraint = cursor.accept("CONSTRAINT") ? name() : Optional.empty();
    boolean nullable = !cursor.accept("NOT");
    if (column.isEmpty() || !cursor.accept("NULL")) {
      return Optional.empty();
    }
    ConstraintRule rule = new ConstraintRule.Nullability(column.get(), nullable);
    return Optional.of(new ConstraintChange.Add(constraint, rule, state()));
  }

  private Optional<Name> name() {
    return Names.atName(cursor) ? Optional.of(Names.name(cursor)) : Optional.empty();
  }

  private Optional<ConstraintChange.Target> target() {
    if (cursor.accept("PRIMARY", "KEY")) {
      return Optional.of(new ConstraintChange.Target.PrimaryKey());
    }
    if (cursor.accept("CONSTRAINT")) {
      return name().map(ConstraintChange.Target.Named::new);
    }
    return cursor.accept("UNIQUE")
        ? Names.acceptList(cursor).map(ConstraintChange.Target.Unique::new)
        : Optional.empty();
  }

  private ConstraintChange drop(ConstraintChange.Target target) {
    return new ConstraintChange.Drop(target, cursor.accept("CASCADE"));
  }

  private ConstraintChange modify(ConstraintChange.Target target) {
    return new ConstraintChange.Modify(target, state());
  }

  private Optional<ConstraintChange> switched() {
    Set<Word> words = EnumSet.noneOf(Word.class);
    words.add(cursor.next().is("ENABLE") ? Word.ENABLE : Word.DISABLE);
    if (cursor.accept("VALIDATE")) {
      words.add(Word.VALIDATE);
    } else if (cursor.accept("NOVALIDATE")) {
      words.add(Word.NOVALIDATE);
    }
    return target()
        .map(
            target -> {
              ConstraintState more = state();
              words.addAll(more.words());
              return new ConstraintChange.Modify(
                  target, new ConstraintState(words, more.usingIndex()));
            });
  }

  private ConstraintState state() {
    Set<Word> words = EnumSet.noneOf(Word.class);
    Optional<SourceText> usingIndex = Optional.empty();
    while (true) {
      Optional<Word> word = word();
      if (word.isPresent()) {
        words.add(word.get());
      } else if (cursor.at("USING", "INDEX")) {
        usingIndex = Optional.of(usingIndex());
      } else {
        return new ConstraintState(words, usingIndex);
      }
    }
  }

  private Optional<Word> word() {
    for (Word word : Word.values()) {
      if (cursor.accept(word.name().split("_"))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** All up to the next word about the constraint's state, or to what ends the change. */
  private SourceText usingIndex() {
    int start = cursor.offset();
    cursor.accept("USING", "INDEX");
    while (!cursor.atEnd() && !cursor.at(")") && !cursor.at(",") && !atWord()) {
      if (!cursor.acceptParenthesis()) {
        cursor.next();
      }
    }
    return cursor.since(start);
  }

  private boolean atWord() {
    for (Word word : Word.values()) {
      if (cursor.at(word.name().split("_"))) {
        return true;
      }
    }
    return false;
  }
}
