package org.mview.driver.toy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.rowset.serial.SerialClob;

/** Connects; and the interfaces of its connections that a wrapper cannot have. */
public final class ToyDriver {
  private ToyDriver() {}

  /** A connection that is a {@link ToyConnection}, and more. */
  public static Connection connect() throws SQLException {
    return new RealToyConnection(DriverManager.getConnection("jdbc:h2:mem:"));
  }

  /** Nobody outside can see it. */
  interface Hidden {
    /** Says so. */
    default boolean isHidden() {
      return true;
    }
  }

  /** A method of JDBC, but with a class as its result: a wrapper of ours is none such. */
  public interface Incompatible {
    /** A text. */
    SerialClob createClob() throws SQLException;
  }
}
