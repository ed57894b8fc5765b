package org.mview.command;

import java.sql.SQLException;
import org.mview.catalog.Catalog;
import org.mview.catalog.Registry;
import org.mview.database.Database;
import org.mview.refresh.CompiledView;
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

  /** A view has just been filled: from here on it reads the logs of its masters, if it can. */
  public void reads(CompiledView view) throws SQLException {
    logs().subscribeIfNot(view);
  }

  /** The logs of the masters, as this work keeps them. */
  Logs logs() {
    return new Logs(this);
  }
}
