package org.mview.driver.wrap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;
import org.mview.session.Session;
import org.mview.session.SqlAction;
import org.mview.session.SqlCall;
import org.mview.session.Verdict;
import org.mview.statement.AlterParallel;
import org.mview.statement.Command;

/**
 * A session by hand: it answers what it has been told, and writes down what it is asked. A text
 * that begins with "ours" is ours, its question marks named by what follows each: {@code ours
 * ?list}.
 */
final class ScriptedSession implements Session {
  /** What any text of ours is understood as. */
  private static final Command SOMETHING =
      new AlterParallel(AlterParallel.Action.ENABLE, AlterParallel.Kind.DML, OptionalInt.empty());

  /** What has been asked of this session, in order. */
  final List<String> log = new ArrayList<>();

  /** What texts are, where it is not "ours". */
  final Map<String, Verdict> verdicts = new HashMap<>();

  /** What is run instead of texts, where it is something else. */
  final Map<String, String> texts = new HashMap<>();

  /** What watched statements have failed with. */
  final List<SQLException> failures = new ArrayList<>();

  /** Warnings for the connection. */
  List<Outcome.Warning> warnings = List.of();

  /** What a statement of ours answers. */
  SqlCall<Outcome> answer = () -> Outcome.DONE;

  /** What happens before each watched statement. */
  SqlAction before = () -> {};

  int epoch;

  /** Whether it waits for the rows of the statement that was run last. */
  boolean waits;

  /** Has these texts watched as changes of rows. */
  ScriptedSession watching(String... texts) {
    for (String text : texts) {
      verdicts.put(text, new Verdict.Watched(Verdict.Effect.CHANGES_ROWS));
    }
    return this;
  }

  @Override
  public Verdict classify(String sql) {
    log.add("classify " + sql);
    return sql.startsWith("ours") ? ours(sql) : verdicts.getOrDefault(sql, Verdict.PASS);
  }

  static Verdict.Ours ours(String sql) {
    List<String> words = List.of(sql.split(" "));
    return new Verdict.Ours(
        SOMETHING,
        sql,
        words.stream().filter(w -> w.startsWith("?")).map(w -> w.substring(1)).toList());
  }

  @Override
  public String read(String sql) {
    return texts.getOrDefault(sql, sql);
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    log.add("before " + watched.effect());
    before.run();
    try {
      return statement.run();
    } catch (SQLException failure) {
      failures.add(failure);
      throw failure;
    } finally {
      log.add("after " + watched.effect());
    }
  }

  @Override
  public Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    log.add("carry out " + ours.sql() + " " + parameters);
    return answer.run();
  }

  @Override
  public long changedRows(String sql, long counted) {
    return counted;
  }

  @Override
  public void enterBranch() {
    log.add("enter branch");
  }

  @Override
  public void leaveBranch() {
    log.add("leave branch");
  }

  @Override
  public void branchCommitted() {
    log.add("branch committed");
  }

  @Override
  public void setTransactionIsolation(SqlAction realSwitch) throws SQLException {
    log.add("setTransactionIsolation");
    realSwitch.run();
  }

  @Override
  public boolean waits() {
    return waits;
  }

  @Override
  public void resultsClosed() {
    waits = false;
    log.add("results closed");
  }

  @Override
  public void cancel() {
    log.add("cancel");
  }

  @Override
  public void commit(SqlAction realCommit) throws SQLException {
    log.add("before commit");
    realCommit.run();
    log.add("after commit");
  }

  @Override
  public void rollback(SqlAction realRollback) throws SQLException {
    log.add("before rollback");
    realRollback.run();
    log.add("after rollback");
  }

  @Override
  public void rollbackToSavepoint(SqlAction realRollback) throws SQLException {
    log.add("before rollback");
    realRollback.run();
    log.add("after rollback");
  }

  @Override
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    log.add("before autocommit " + on);
    realSwitch.run();
    log.add("after autocommit " + on);
  }

  @Override
  public void close() {
    log.add("close");
  }

  @Override
  public List<Outcome.Warning> takeWarnings() {
    List<Outcome.Warning> taken = warnings;
    warnings = List.of();
    return taken;
  }

  /** What has been asked since the last time, without the questions what a text is. */
  List<String> takeLog() {
    List<String> taken = log.stream().filter(line -> !line.startsWith("classify")).toList();
    log.clear();
    return taken;
  }
}
