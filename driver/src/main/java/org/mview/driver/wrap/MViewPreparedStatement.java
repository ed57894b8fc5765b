package org.mview.driver.wrap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mview.session.Verdict;

/**
 * The application's prepared statement: its text was judged when it was prepared, and an execution
 * costs one comparison.
 *
 * <p>A text may become ours only later, such as a DROP TABLE of a name that is a view's by now; it
 * has no parameters then, as the calls that have some are known for ours by their grammar alone.
 */
public class MViewPreparedStatement extends ForwardingPreparedStatement {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewPreparedStatement.class, Maker.class, MViewPreparedStatement::new);

  private final Text text;
  private int batchSize;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real statement has. */
    MViewPreparedStatement make(MViewConnection connection, PreparedStatement real, Text text);
  }

  protected MViewPreparedStatement(MViewConnection connection, PreparedStatement real, Text text) {
    super(connection, real);
    this.text = text;
  }

  static MViewPreparedStatement of(MViewConnection connection, PreparedStatement real, Text text) {
    return MAKERS.over(real).make(connection, real, text);
  }

  private Verdict begin() throws SQLException {
    return begin(text.verdict());
  }

  @Override
  public @Nullable ResultSet executeQuery() throws SQLException {
    Verdict verdict = begin();
    return resultSet(
        verdict == Verdict.PASS
            ? prepared.executeQuery()
            : queried(verdict, prepared::executeQuery));
  }

  @Override
  public boolean execute() throws SQLException {
    Verdict verdict = begin();
    return verdict == Verdict.PASS ? prepared.execute() : executedAny(verdict, prepared::execute);
  }

  @Override
  public int executeUpdate() throws SQLException {
    Verdict verdict = begin();
    return verdict == Verdict.PASS
        ? prepared.executeUpdate()
        : executed(verdict, 0, prepared::executeUpdate);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    Verdict verdict = begin();
    return verdict == Verdict.PASS
        ? prepared.executeLargeUpdate()
        : executed(verdict, 0L, prepared::executeLargeUpdate);
  }

  /** A prepared statement has no batch of texts: the driver says so. */
  @Override
  public void addBatch(String sql) throws SQLException {
    prepared.addBatch(sql);
  }

  @Override
  public void addBatch() throws SQLException {
    prepared.addBatch();
    batchSize++;
  }

  @Override
  public void clearBatch() throws SQLException {
    prepared.clearBatch();
    batchSize = 0;
  }

  @Override
  public int[] executeBatch() throws SQLException {
    Verdict verdict = begin();
    if (verdict instanceof Verdict.Ours) {
      return batchOf(verdict).execute();
    }
    batchSize = 0;
    return verdict == Verdict.PASS
        ? prepared.executeBatch()
        : executed(verdict, null, prepared::executeBatch);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    Verdict verdict = begin();
    if (verdict instanceof Verdict.Ours) {
      return batchOf(verdict).executeLarge();
    }
    batchSize = 0;
    return verdict == Verdict.PASS
        ? prepared.executeLargeBatch()
        : executed(verdict, null, prepared::executeLargeBatch);
  }

  /** The batch, now that its text is ours: as many times the same. */
  private Batch batchOf(Verdict ours) throws SQLException {
    Batch batch = new Batch(this, prepared);
    for (int i = 0; i < batchSize; i++) {
      batch.add(ours, "");
    }
    clearBatch();
    return batch;
  }
}
