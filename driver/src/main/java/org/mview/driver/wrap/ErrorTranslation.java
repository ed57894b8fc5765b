package org.mview.driver.wrap;

import java.sql.SQLException;
import org.mview.error.MViewException;
import org.mview.session.SqlAction;
import org.mview.session.SqlCall;

/** The one way from an error of ours to the {@link SQLException} that the application gets. */
public final class ErrorTranslation {
  private ErrorTranslation() {}

  /** Makes the call; an error of ours comes out as an {@link SQLException}. */
  public static <T> T translated(SqlCall<T> call) throws SQLException {
    try {
      return call.run();
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  /** Makes the call; an error of ours comes out as an {@link SQLException}. */
  public static void translated(SqlAction action) throws SQLException {
    try {
      action.run();
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  /** What the application gets for an error of ours. */
  public static SQLException translated(MViewException error) {
    return TranslatedError.of(error);
  }
}
