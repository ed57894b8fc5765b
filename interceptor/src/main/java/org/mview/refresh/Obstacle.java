package org.mview.refresh;

import java.util.Optional;
import org.mview.delta.Reason;
import org.mview.error.MViewException;
import org.mview.sql.QualifiedName;

/**
 * What stands in the way of a refresh.
 *
 * @param error with which the refresh fails
 * @param master the table whose log it is about
 * @param reason what it is of the query, if it is about the query
 */
public record Obstacle(
    MViewException error, Optional<QualifiedName> master, Optional<Reason> reason) {
  private static final int NUMBER = "ORA-00000: ".length();

  /** About the view as a whole. */
  public static Obstacle of(MViewException error) {
    return new Obstacle(error, Optional.empty(), Optional.empty());
  }

  /** About the log of a master. */
  public static Obstacle of(MViewException error, QualifiedName master) {
    return new Obstacle(error, Optional.of(master), Optional.empty());
  }

  /** About the query. */
  static Obstacle of(MViewException error, Reason reason) {
    return new Obstacle(error, Optional.empty(), Optional.of(reason));
  }

  /** What it is, without the number of the error. */
  public String text() {
    return reason
        .map(Reason::text)
        .orElseGet(() -> String.valueOf(error.getMessage()).substring(NUMBER));
  }
}
