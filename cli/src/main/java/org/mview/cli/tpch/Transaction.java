package org.mview.cli.tpch;

import java.util.List;

/**
 * Changes that belong together.
 *
 * @param business what happened, in a few words
 */
public record Transaction(String business, List<Change> changes) {
  public Transaction {
    changes = List.copyOf(changes);
  }
}
