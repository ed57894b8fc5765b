package org.mview.cli.doctor;

/**
 * One row of the answer of CHECK or REPAIR MATERIALIZED VIEWS.
 *
 * @param object that it is about
 * @param finding what is not as it should be
 * @param meaning what that does
 * @param repair what a repair does, or what the user can do
 * @param state found, repaired, or why not
 */
record Found(String object, String finding, String meaning, String repair, String state) {
  boolean isRepaired() {
    return state.equals("repaired");
  }

  /** Whether nobody but the user can mend it. */
  boolean isOfUser() {
    return state.equals("yours to do");
  }

  boolean hasFailed() {
    return !isRepaired() && !isMendable() && !isOfUser();
  }

  /** Whether nobody has tried to mend it, though that can be done. */
  boolean isMendable() {
    return state.equals("found");
  }
}
