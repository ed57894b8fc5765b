package org.mview.command;

import org.mview.catalog.Catalog;
import org.mview.catalog.Registry;
import org.mview.database.Database;
import org.mview.refresh.Stages;

/**
 * What a handler works with inside one transaction.
 *
 * @param catalog what there is at the beginning of the transaction
 */
public record Work(
    Database database,
    Registry registry,
    Catalog catalog,
    ViewCompiler compiler,
    Stages stages,
    Options options,
    Warnings warnings) {

  /** The logs of the masters, as this work keeps them. */
  Logs logs() {
    return new Logs(this);
  }
}
