package org.mview.delta;

import java.util.List;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Weighed;
import org.mview.sql.Column;

/**
 * The keys that a change touches, each once: those of the rows that vanished and of the new ones.
 */
final class AffectedKeys {
  private static final String SUFFIX = "$";

  private AffectedKeys() {}

  /**
   * The distinct values of these columns in the change, under names of their own. A row that
   * vanished and one that appeared under the same key do not cancel.
   */
  static Relation of(Relation change, List<Column> keys) {
    Project named = named(new Weighed(change, Signed.WEIGHT), keys);
    return new Aggregate(named, named.columns(), List.of());
  }

  /** These columns alone, under names of their own. */
  static Project named(Relation relation, List<Column> keys) {
    return new Project(
        relation,
        keys.stream().map(key -> new Project.Item(key.named(key.name() + SUFFIX), key)).toList());
  }
}
