package org.mview.statement.query;

import org.mview.algebra.Aggregate;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;

/**
 * Refuses a union over groups whose parts have other types: a database may convert the values of
 * all parts to the type of one, and not always the same.
 */
final class UnionsOverGroups {
  private UnionsOverGroups() {}

  static void check(Relation relation) {
    if (relation instanceof UnionAll union && hasGroups(union)) {
      checkParts(union);
    }
    relation.inputs().forEach(UnionsOverGroups::check);
  }

  private static boolean hasGroups(Relation relation) {
    return relation instanceof Aggregate
        || relation.inputs().stream().anyMatch(UnionsOverGroups::hasGroups);
  }

  private static void checkParts(UnionAll union) {
    for (int i = 0; i < union.columns().size(); i++) {
      int place = i;
      long types =
          union.inputs().stream()
              .map(part -> part.columns().get(place).type().declaration())
              .distinct()
              .count();
      if (types > 1) {
        throw new NotUnderstood(
            "column %s of a UNION over groups has another type in each part: CAST it"
                .formatted(i + 1));
      }
    }
  }
}
