package org.mview.driver.toy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.rowset.serial.SerialClob;
import org.mview.driver.wrap.ForwardingConnection;
import org.mview.driver.wrap.ForwardingStatement;

/** The object of the toy driver itself. */
final class RealToyConnection extends ForwardingConnection
    implements ToyConnection, ToyDriver.Hidden, ToyDriver.Incompatible {
  private int touches;

  RealToyConnection(Connection real) {
    super(real);
  }

  @Override
  public String all(
      boolean truth,
      byte small,
      short shorter,
      char letter,
      int whole,
      long wide,
      float approximate,
      double precise,
      String text,
      int[] array) {
    return List.of(
            truth,
            small,
            shorter,
            letter,
            whole,
            wide,
            approximate,
            precise,
            text,
            Arrays.toString(array))
        .toString();
  }

  @Override
  public double twice(double value) {
    return 2 * value;
  }

  @Override
  public void touch() {
    touches++;
  }

  @Override
  public int touches() {
    return touches;
  }

  @Override
  public void fail() throws SQLException {
    throw new SQLException("as it was asked to");
  }

  @Override
  public String greeting() {
    return "real";
  }

  @Override
  public ToyStatement createStatement() throws SQLException {
    return new RealToyStatement(super.createStatement());
  }

  @Override
  public SerialClob createClob() throws SQLException {
    return new SerialClob(new char[0]);
  }

  private static final class RealToyStatement extends ForwardingStatement implements ToyStatement {
    RealToyStatement(Statement real) {
      super(real);
    }

    @Override
    public int number() {
      return 42;
    }
  }
}
