package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ALTER MATERIALIZED VIEW, or ALTER SNAPSHOT.
 *
 * @param refresh what is to change about its refreshes; NONE when nothing
 * @param constraint a constraint on its rows; nothing else is in the statement then
 */
public record AlterMaterializedView(
    QualifiedName name,
    boolean ifExists,
    RefreshClause refresh,
    Set<ViewAction> actions,
    List<StorageClause> storage,
    Optional<ConstraintChange> constraint)
    implements Command {
  public AlterMaterializedView {
    actions = Set.copyOf(actions);
    storage = List.copyOf(storage);
    boolean other = !refresh.equals(RefreshClause.NONE) || !actions.isEmpty() || !storage.isEmpty();
    if (other && constraint.isPresent()) {
      throw new IllegalArgumentException("the change of a constraint stands alone");
    }
  }

  /** The change of a constraint, and nothing else. */
  static AlterMaterializedView of(
      QualifiedName name, boolean ifExists, ConstraintChange constraint) {
    return new AlterMaterializedView(
        name, ifExists, RefreshClause.NONE, Set.of(), List.of(), Optional.of(constraint));
  }
}
