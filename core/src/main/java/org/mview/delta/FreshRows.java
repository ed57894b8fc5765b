package org.mview.delta;

import java.util.List;
import org.mview.algebra.Relation;

/**
 * What a container would hold if it were refreshed now, as a query.
 *
 * @param kept rows that the others read under a name
 * @param staying the rows of the container that the change does not touch
 * @param going those that it does
 * @param coming the rows that come in their place
 * @param manner how those are made
 */
public record FreshRows(
    List<Step.Keep> kept, Relation staying, Relation going, Relation coming, Manner manner) {
  public FreshRows {
    kept = List.copyOf(kept);
  }

  /** How the rows are made that come. */
  public enum Manner {
    /** By the query, of what has changed and what goes with it. */
    TOUCHED,
    /** Of stored values and the change, by arithmetic: they may be of wider types. */
    ADDED,
    /** By the query, of all rows. */
    ALL
  }
}
