package org.mview.delta;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Relation;
import org.mview.sql.Gained;
import org.mview.sql.Identifier;

/**
 * How the rows of a master are merged into groups by what sees them change, and not by a refresh.
 *
 * <p>It may be done in any order: a group that has no rows yet, or fewer than none, is kept until
 * all that it holds is 0. What cannot be added up exactly is added up nevertheless, and told of:
 * those groups are to be read again.
 *
 * @param merging the steps that merge
 * @param doubtful rows, one or more if a group that was merged into is not exact now; empty where
 *     all always are
 * @param ending the steps that take out the groups that have ended, after a look at the doubtful
 * @param updating the same for both images of a row of which no deciding column has changed, at
 *     once; it sees the row after the change alone, and what was {@link Gained}. Empty where it has
 *     to be done one after the other
 * @param deciding the columns of the master that decide whether and to which group a row belongs
 * @param adds whether nothing is done to the values of the rows but arithmetic: none is compared,
 *     which databases may do otherwise with a mere value than with a column
 */
public record DirectMerge(
    List<Step> merging,
    Optional<Relation> doubtful,
    List<Step> ending,
    Optional<Step> updating,
    Set<Identifier> deciding,
    boolean adds) {
  public DirectMerge {
    deciding = Set.copyOf(deciding);
    merging = List.copyOf(merging);
    ending = List.copyOf(ending);
  }
}
