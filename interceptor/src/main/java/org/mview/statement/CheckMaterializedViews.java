package org.mview.statement;

/**
 * CHECK MATERIALIZED VIEWS: says what is not as it should be.
 *
 * @param repair whether it is REPAIR, which mends what it finds
 */
public record CheckMaterializedViews(boolean repair) implements Command {
  @Override
  public boolean returnsRows() {
    return true;
  }
}
