package org.mview.database;

/**
 * What a transaction is about to do may only be done while no other one of the same call runs: it
 * is to be undone, and begun again when it is alone. Nobody outside hears of it.
 */
public final class NeedsToBeAlone extends RuntimeException {
  private static final long serialVersionUID = 1;

  NeedsToBeAlone() {
    super("to be begun again, alone", null, false, false);
  }
}
