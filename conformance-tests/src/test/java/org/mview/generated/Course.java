package org.mview.generated;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.database.Disturbance;
import org.mview.generated.Finding.Kind;

/** The course of a script: each step with us, then without us, then a look at the views. */
final class Course {
  private static final int BETWEEN_TABLES = 50;

  private final Script script;
  private final Application ours;
  private final Application twin;
  private final Tables tables;
  private final Coverage coverage;
  private final Judge judge;
  private final Connection raw;
  private Foretold foretold = Foretold.NOTHING;
  private boolean byCalls;
  private boolean open;

  Course(
      Script script,
      Application ours,
      Application twin,
      Connection raw,
      Connection rawTwin,
      Coverage coverage) {
    this.script = script;
    this.ours = ours;
    this.twin = twin;
    this.raw = raw;
    this.tables = new Tables(raw, rawTwin, script.idiom());
    this.coverage = coverage;
    this.judge = new Judge(raw, script.idiom(), script.setup().big(), coverage);
  }

  Optional<Finding> run() throws SQLException {
    List<Step> steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      Optional<Finding> finding = run(steps.get(i));
      if (finding.isEmpty() && i % BETWEEN_TABLES == 0) {
        finding = tables();
      }
      if (finding.isPresent()) {
        return Optional.of(finding.get().at(i));
      }
    }
    Optional<Finding> finding = isUndecided() ? Optional.empty() : judge.lookAtLast();
    return finding.isPresent() ? finding : tables();
  }

  /** Whether who looks sees what may still be rolled back. */
  private boolean isUndecided() {
    return script.setup().inMemory() && open;
  }

  private Optional<Finding> run(Step step) throws SQLException {
    if (isSenseless(step)) {
      return Optional.empty();
    }
    Answer answer;
    try {
      if (step.kind().isOurs() && (endsFirst() || isForetold(step))) {
        Optional<Finding> finding = committed(step.session());
        if (finding.isPresent()) {
          return finding;
        }
      }
      foretold = isForetold(step) ? foretold((Step.Refresh) step) : Foretold.NOTHING;
      answer = ours.make(step);
    } catch (RuntimeException e) {
      return ScriptRun.thrown(step, e);
    }
    coverage.count(step, answer);
    note(step, answer);
    Optional<Finding> finding = compared(step, answer);
    return finding.isPresent() ? finding : look(step, answer);
  }

  /** The others have to end a transaction themselves. */
  private static boolean isForetold(Step step) {
    return step instanceof Step.Refresh refresh && !refresh.text().startsWith("CALL");
  }

  private Foretold foretold(Step.Refresh refresh) throws SQLException {
    try {
      return Foretold.of(
          judge.known(refresh.views()),
          ours.session(refresh.session()),
          raw,
          script.idiom().names());
    } catch (SQLException e) {
      if (script.idiom().excuses().isBusy(e)) {
        ours.giveUp(refresh.session());
        return Foretold.NOTHING;
      }
      throw e;
    }
  }

  private boolean endsFirst() {
    return script.setup().sessions() > 1 && script.idiom().transactions().endFirst();
  }

  /** Commits what a session has open; where another one stands in the way, it is given up. */
  private Optional<Finding> committed(int session) {
    Answer answer = ours.commit(session);
    if (answer.isBusy(script.idiom().excuses()) || answer.isCommitRefused()) {
      ours.giveUp(session);
      twin.giveUp(session);
      return Optional.empty();
    }
    Answer without = twin.commit(session);
    return ended(answer).equals(ended(without))
        ? Optional.empty()
        : found(Kind.ANSWER, "COMMIT\n  with us    %s\n  without us %s".formatted(answer, without));
  }

  /**
   * What only a script with pieces left out has: calls about a transaction that is not there, and
   * texts about one that the driver keeps.
   */
  private boolean isSenseless(Step step) throws SQLException {
    boolean byCalls = !twin.session(step.session()).getAutoCommit();
    if (step instanceof Step.Call call) {
      return byCalls == (call.call() == Step.Call.Kind.AUTO_COMMIT_OFF);
    }
    boolean text =
        step.kind() == StatementClass.TEXT_TRANSACTION
            || step.kind() == StatementClass.TEXT_SAVEPOINT;
    return text && byCalls;
  }

  private Optional<Finding> compared(Step step, Answer answer) throws SQLException {
    if (answer.isBusy(script.idiom().excuses())) {
      ours.giveUp(step.session());
      twin.giveUp(step.session());
      return Optional.empty();
    } else if (answer.isCommitRefused()) {
      twin.giveUp(step.session());
      return answer.isOverflow(script.idiom().excuses()) || !judge.areAllValid()
          ? Optional.empty()
          : found(Kind.COMMIT_FAILED, step.text() + "\n  " + chain(answer));
    } else if (step.kind().isOurs()) {
      if (answer.error().filter(Disturbance::isFailedBefore).isPresent()) {
        ours.giveUp(step.session()); // nothing was committed
      }
      Answer commit = twin.commit(step.session());
      boolean justly = commit.hasFailed() && commit.outcome().equals(answer.outcome());
      return !answer.hasFailed()
          ? done(step, answer)
          : justly ? Optional.empty() : refused(step, answer);
    }
    Answer without = twin.make(step);
    if (step.kind().compareTo(StatementClass.TRIGGER) >= 0
        && step.kind().compareTo(StatementClass.RENAME_COLUMN) <= 0) {
      judge.changed();
    }
    if (!without.hasFailed() && isTruncateUnseen(step, answer)) {
      ours.giveUp(step.session());
      twin.giveUp(step.session());
      return Optional.empty();
    } else if (answer.hasFailed() && step.kind() == StatementClass.JDBC_TRANSACTION) {
      ours.giveUp(step.session()); // a foreign key that is checked at the commit
      twin.giveUp(step.session());
    }
    return outcome(step, answer).equals(outcome(step, without))
        ? Optional.empty()
        : found(
            Kind.ANSWER,
            "%s\n  with us    %s\n  without us %s".formatted(step.text(), answer, without));
  }

  /**
   * Whether rows would go that the transaction does not see, committed after its snapshot: such a
   * TRUNCATE is refused.
   */
  private boolean isTruncateUnseen(Step step, Answer answer) throws SQLException {
    return step.kind() == StatementClass.TRUNCATE
        && answer.error().filter(e -> "0A000".equals(e.getSQLState())).isPresent()
        && twin.session(step.session()).getTransactionIsolation()
            > Connection.TRANSACTION_READ_COMMITTED;
  }

  private static String ended(Answer commit) {
    return commit.hasFailed() ? commit.outcome() : "done";
  }

  /** Of what is no DML, the driver reports the rows that the DML before has changed. */
  private String outcome(Step step, Answer answer) {
    boolean ofValues =
        answer
            .error()
            .filter(e -> script.idiom().excuses().ofValues().contains(e.getErrorCode()))
            .isPresent();
    if (ofValues) {
      return "values are refused";
    }
    boolean counted = step.kind().changesRows() && !script.idiom().excuses().uncounted().test(step);
    return counted || answer.hasFailed() ? answer.outcome() : "done";
  }

  private static String chain(Answer answer) {
    StringBuilder text = new StringBuilder();
    for (Throwable e = answer.error().orElseThrow(); e != null; e = e.getCause()) {
      text.append(e.getMessage()).append("\n  ");
    }
    return text.toString();
  }

  private Optional<Finding> refused(Step step, Answer answer) {
    boolean justly;
    if (step instanceof Step.CreateView create) {
      justly = !judge.isValid(create.view());
    } else if (step instanceof Step.Refresh refresh) {
      boolean known = refresh.views().stream().allMatch(v -> v.isEmpty() || judge.knows(v));
      boolean byForce = refresh.text().contains("'F'");
      justly =
          !known
              || (isOfUnfilled(answer) && !refresh.views().stream().allMatch(judge::mustBeFast))
              || !judge.areAllValid()
              || (byForce && !refresh.views().stream().allMatch(judge::mustBeFast));
      justly &= !(byForce && foretold.areFast(refresh.views()) && judge.areAllValid());
    } else {
      justly = true;
    }
    return justly || answer.isOverflow(script.idiom().excuses())
        ? Optional.empty()
        : found(Kind.REFUSED, step.text() + "\n  " + chain(answer));
  }

  /** BUILD DEFERRED, or a log that has lost a column: a complete refresh has to come first. */
  private static boolean isOfUnfilled(Answer answer) {
    return answer
        .error()
        .filter(
            e ->
                e.getMessage().contains("must be completely refreshed")
                    || e.getMessage().contains("refresh completely once"))
        .isPresent();
  }

  private Optional<Finding> done(Step step, Answer answer) {
    if (step instanceof Step.CreateView create) {
      judge.created(create.view(), answer.warning());
    } else if (step instanceof Step.ChangeView change) {
      if (change.kind() == StatementClass.DROP_VIEW) {
        judge.dropped(change.view());
      } else {
        judge.altered(change.view());
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> look(Step step, Answer answer) throws SQLException {
    if (step instanceof Step.Refresh refresh && !answer.hasFailed()) {
      Optional<Finding> finding = judge.refreshed(refresh, foretold);
      if (finding.isPresent()) {
        return finding;
      }
    }
    if (script.setup().inMemory()) {
      return open && !step.kind().isOurs() ? Optional.empty() : judge.lookNow();
    }
    return judge.look();
  }

  /** A database in memory has one connection, which sees also what is not committed. */
  private void note(Step step, Answer answer) {
    if (step instanceof Step.Call call) {
      byCalls = call.call() != Step.Call.Kind.AUTO_COMMIT_ON || answer.hasFailed();
      boolean ends = call.call() == Step.Call.Kind.COMMIT || call.call() == Step.Call.Kind.ROLLBACK;
      open = byCalls && (!ends || answer.hasFailed());
    } else if (step.kind() == StatementClass.TEXT_TRANSACTION) {
      open = step.text().startsWith("BEGIN") || answer.hasFailed();
    } else if (step.kind() == StatementClass.TEXT_SAVEPOINT) {
      open = true;
    } else {
      open |= byCalls;
    }
  }

  private Optional<Finding> tables() throws SQLException {
    if (isUndecided()) {
      return Optional.empty();
    }
    try {
      return tables.difference();
    } catch (SQLException e) {
      if (script.idiom().excuses().isBusy(e)) {
        return Optional.empty(); // a session has locked a table as a whole, and not committed yet
      }
      throw e;
    }
  }

  private static Optional<Finding> found(Kind kind, String what) {
    return Optional.of(new Finding(kind, what));
  }
}
