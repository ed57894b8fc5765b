package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;
import org.mview.error.MViewError;
import org.mview.session.Verdict;

/**
 * A statement of ours, prepared, or called with OUT parameters. The driver never sees its text; the
 * real statement, a plain one, keeps the settings and knows whether it is closed.
 *
 * <p>What is ours when it is prepared stays ours: the session judges what has become of its
 * objects.
 */
public class MViewPreparedCommand extends RecordingStatement {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewPreparedCommand.class, Maker.class, MViewPreparedCommand::new);

  private final Verdict.Ours ours;
  private final Parameters parameters;
  private final List<Map<Integer, @Nullable Object>> batch = new ArrayList<>();
  private @Nullable Map<Integer, Object> outs;
  private boolean lastWasNull;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real statement has. */
    MViewPreparedCommand make(MViewConnection connection, Statement real, Verdict.Ours ours);
  }

  protected MViewPreparedCommand(MViewConnection connection, Statement real, Verdict.Ours ours) {
    super(connection, real);
    this.ours = ours;
    parameters = new Parameters(ours.parameters());
  }

  static MViewPreparedCommand of(MViewConnection connection, Statement real, Verdict.Ours ours) {
    return MAKERS.over(real).make(connection, real, ours);
  }

  @Override
  public boolean execute() throws SQLException {
    outs = null;
    Outcome outcome = carryOut(ours, parameters.values());
    outs = outcome.outs();
    return outcome.rows().isPresent();
  }

  @Override
  public int executeUpdate() throws SQLException {
    executeLargeUpdate();
    return 0;
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    outs = null;
    outs = carryOutWithoutRows(ours, parameters.values()).outs();
    return 0;
  }

  @Override
  public @Nullable ResultSet executeQuery() throws SQLException {
    return resultSet(rowsOf(ours, parameters.values()));
  }

  @Override
  public void addBatch() throws SQLException {
    batch.add(parameters.values());
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw translated(MViewError.NOT_SUPPORTED.of("addBatch(text)", "the statement is prepared"));
  }

  @Override
  public void clearBatch() {
    batch.clear();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return new int[executeLargeBatch().length];
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    List<Map<Integer, @Nullable Object>> all = List.copyOf(batch);
    batch.clear();
    BatchCounts counts = new BatchCounts();
    try {
      for (Map<Integer, @Nullable Object> values : all) {
        carryOutWithoutRows(ours, values);
        counts.add(0);
      }
    } catch (SQLException failure) {
      throw counts.before(failure);
    }
    return counts.all();
  }

  @Override
  void set(Object parameter, @Nullable Object value) throws SQLException {
    parameters.set(parameter, value);
  }

  @Override
  void register(Object parameter) throws SQLException {
    parameters.register(parameter);
  }

  @Override
  public void clearParameters() {
    parameters.clear();
  }

  @Override
  <T> @Nullable T out(Object parameter, Class<T> type) throws SQLException {
    int position = parameters.position(parameter);
    if (outs == null || !parameters.isOut(position)) {
      throw translated(MViewError.PARAMETER_NOT_OUT.of(parameter));
    }
    Object value = outs.get(position);
    lastWasNull = value == null;
    return OutValue.as(type, value);
  }

  /** As the application asks for it; deprecated in JDBC, but a statement has all its methods. */
  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int position, int scale) throws SQLException {
    BigDecimal value = out(position, BigDecimal.class);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public boolean wasNull() {
    return lastWasNull;
  }

  /** None: there are no columns. */
  @Override
  public @Nullable ResultSetMetaData getMetaData() {
    return null;
  }

  @Override
  public ParameterMetaData getParameterMetaData() {
    return new CommandParameters(parameters);
  }
}
