package org.mview.driver.wrap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.mview.session.Verdict;

/**
 * The application's statement: asks the session what each text is.
 *
 * <p>A text that is nothing to us costs that question and one comparison.
 */
public class MViewStatement extends StatementInSession {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewStatement.class, Maker.class, MViewStatement::new);

  private @Nullable Batch batch;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real statement has. */
    MViewStatement make(MViewConnection connection, Statement real);
  }

  protected MViewStatement(MViewConnection connection, Statement real) {
    super(connection, real);
  }

  static MViewStatement of(MViewConnection connection, Statement real) {
    return MAKERS.over(real).make(connection, real);
  }

  private Verdict begin(String sql) throws SQLException {
    return begin(connection.classify(sql));
  }

  @Override
  public @Nullable ResultSet executeQuery(String given) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return resultSet(
        verdict == Verdict.PASS
            ? real.executeQuery(sql)
            : queried(verdict, () -> real.executeQuery(sql)));
  }

  @Override
  public boolean execute(String given) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? real.execute(sql)
        : executedAny(verdict, () -> real.execute(sql));
  }

  @Override
  public boolean execute(String given, int generatedKeys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? real.execute(sql, generatedKeys)
        : executedAny(verdict, () -> real.execute(sql, generatedKeys));
  }

  @Override
  public boolean execute(String given, int[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? real.execute(sql, keys)
        : executedAny(verdict, () -> real.execute(sql, keys));
  }

  @Override
  public boolean execute(String given, String[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? real.execute(sql, keys)
        : executedAny(verdict, () -> real.execute(sql, keys));
  }

  private int changed(String sql, int counted) throws SQLException {
    return (int) connection.changedRows(sql, counted);
  }

  private long changed(String sql, long counted) throws SQLException {
    return connection.changedRows(sql, counted);
  }

  @Override
  public int executeUpdate(String given) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeUpdate(sql))
        : executed(verdict, 0, () -> changed(sql, real.executeUpdate(sql)));
  }

  @Override
  public int executeUpdate(String given, int generatedKeys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeUpdate(sql, generatedKeys))
        : executed(verdict, 0, () -> changed(sql, real.executeUpdate(sql, generatedKeys)));
  }

  @Override
  public int executeUpdate(String given, int[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeUpdate(sql, keys))
        : executed(verdict, 0, () -> changed(sql, real.executeUpdate(sql, keys)));
  }

  @Override
  public int executeUpdate(String given, String[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeUpdate(sql, keys))
        : executed(verdict, 0, () -> changed(sql, real.executeUpdate(sql, keys)));
  }

  @Override
  public long executeLargeUpdate(String given) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeLargeUpdate(sql))
        : executed(verdict, 0L, () -> changed(sql, real.executeLargeUpdate(sql)));
  }

  @Override
  public long executeLargeUpdate(String given, int generatedKeys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeLargeUpdate(sql, generatedKeys))
        : executed(verdict, 0L, () -> changed(sql, real.executeLargeUpdate(sql, generatedKeys)));
  }

  @Override
  public long executeLargeUpdate(String given, int[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeLargeUpdate(sql, keys))
        : executed(verdict, 0L, () -> changed(sql, real.executeLargeUpdate(sql, keys)));
  }

  @Override
  public long executeLargeUpdate(String given, String[] keys) throws SQLException {
    String sql = connection.read(given);
    Verdict verdict = begin(sql);
    return verdict == Verdict.PASS
        ? changed(sql, real.executeLargeUpdate(sql, keys))
        : executed(verdict, 0L, () -> changed(sql, real.executeLargeUpdate(sql, keys)));
  }

  @Override
  public void addBatch(String given) throws SQLException {
    String sql = connection.read(given);
    if (batch == null) {
      batch = new Batch(this, real);
    }
    batch.add(connection.classify(sql), sql);
  }

  @Override
  public void clearBatch() throws SQLException {
    real.clearBatch();
    batch = null;
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return batch == null ? real.executeBatch() : batch.execute();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return batch == null ? real.executeLargeBatch() : batch.executeLarge();
  }
}
