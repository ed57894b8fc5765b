package org.mview.delta;

import java.util.List;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Weighed;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** The two halves of a change in which every weight is 1 or −1. */
final class Signed {
  static final Column WEIGHT = new Column("mview$weight", Type.COUNT);

  private Signed() {}

  /** The rows that appear. */
  static Relation added(Relation change) {
    return having(change, "{} > 0");
  }

  /** The rows that vanish. */
  static Relation removed(Relation change) {
    return having(change, "{} < 0");
  }

  private static Relation having(Relation change, String condition) {
    Relation half =
        new Filter(new Weighed(change, WEIGHT), List.of(Fragment.of(condition, WEIGHT)));
    return Project.keep(half, change.columns());
  }
}
