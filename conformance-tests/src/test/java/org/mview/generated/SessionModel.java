package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import org.mview.generated.Step.Call;

/** Where a session stands in its transaction, and what it may say about it next. */
final class SessionModel {
  private final int number;
  private final Chance chance;
  private final Transactions words;
  private final List<String> savepoints = new ArrayList<>();
  private State state = State.AUTO_COMMIT;
  private int last;

  SessionModel(int number, Chance chance, Transactions words) {
    this.number = number;
    this.chance = chance;
    this.words = words;
  }

  private enum State {
    AUTO_COMMIT,
    BY_CALLS,
    BY_TEXT
  }

  /** One more step about the transaction. */
  List<Step> next() {
    return switch (state) {
      case AUTO_COMMIT -> begin();
      case BY_CALLS -> List.of(chance.percent(50) ? savepoint() : ended());
      case BY_TEXT -> List.of(chance.percent(50) ? textSavepoint() : textEnded());
    };
  }

  /**
   * A statement, with what an application says after it: OR ROLLBACK may have ended the
   * transaction. Where the driver keeps the transaction, it does not notice, and nothing sensible
   * can follow.
   */
  List<Step> with(Step step) {
    if (step.kind() != StatementClass.INSERT_OR_ROLLBACK || state == State.AUTO_COMMIT) {
      return List.of(step);
    } else if (state == State.BY_CALLS) {
      return List.of();
    }
    state = State.AUTO_COMMIT;
    savepoints.clear();
    return List.of(step, text("ROLLBACK"));
  }

  /** Ends the transaction; the session is in autocommit then. */
  List<Step> end() {
    List<Step> steps =
        switch (state) {
          case AUTO_COMMIT -> List.of();
          case BY_CALLS -> List.of(call(Call.Kind.COMMIT), call(Call.Kind.AUTO_COMMIT_ON));
          case BY_TEXT -> List.of(text("COMMIT"));
        };
    state = State.AUTO_COMMIT;
    savepoints.clear();
    return steps;
  }

  private List<Step> begin() {
    if (chance.percent(40)) {
      return List.of(); // stay in autocommit
    } else if (chance.percent(60) || words.begins().isEmpty()) {
      state = State.BY_CALLS;
      return List.of(call(Call.Kind.AUTO_COMMIT_OFF));
    }
    state = State.BY_TEXT;
    return List.of(
        chance.percent(words.bySavepoint())
            ? text("SAVEPOINT " + added())
            : text(chance.one(words.begins())));
  }

  private Step ended() {
    savepoints.clear();
    int kind = chance.between(0, 9);
    if (kind < 5) {
      return call(Call.Kind.COMMIT);
    } else if (kind < 8) {
      return call(Call.Kind.ROLLBACK);
    }
    state = State.AUTO_COMMIT;
    return call(Call.Kind.AUTO_COMMIT_ON);
  }

  private Step textEnded() {
    savepoints.clear();
    state = State.AUTO_COMMIT;
    return text(chance.one(words.ends()));
  }

  private Step savepoint() {
    if (savepoints.isEmpty() || chance.percent(40)) {
      return new Call(number, Call.Kind.SET_SAVEPOINT, added());
    }
    String name = taken();
    return new Call(
        number, chance.one(Call.Kind.ROLLBACK_TO_SAVEPOINT, Call.Kind.RELEASE_SAVEPOINT), name);
  }

  private Step textSavepoint() {
    if (savepoints.isEmpty() || chance.percent(40)) {
      return text("SAVEPOINT " + added());
    }
    return text(chance.one(words.rollbacksTo()) + taken());
  }

  private String added() {
    savepoints.add("s" + ++last);
    return "s" + last;
  }

  /** A savepoint; those behind it are gone with it. */
  private String taken() {
    int place = chance.between(0, savepoints.size() - 1);
    String name = savepoints.get(place);
    savepoints.subList(place, savepoints.size()).clear();
    return name;
  }

  private Call call(Call.Kind kind) {
    return new Call(number, kind, "");
  }

  private Step text(String text) {
    StatementClass kind =
        text.startsWith("SAVEPOINT") || text.contains("TO ") || text.startsWith("RELEASE")
            ? StatementClass.TEXT_SAVEPOINT
            : StatementClass.TEXT_TRANSACTION;
    return new Step.Plain(number, kind, text);
  }
}
