package org.mview.statement;

import java.util.List;

/**
 * A statement that is ours only if one of its objects is: only the catalog knows. If none is, the
 * text goes to the database as it was written.
 */
public sealed interface Candidate extends Command
    permits AlterNativeView,
        AlterTable,
        CommentOnColumn,
        CommentOnTable,
        CreateIndex,
        CreatePartition,
        DropIndex,
        DropPartitions,
        DropTableOrView,
        TruncateTable {
  /** The names to look up. */
  List<QualifiedName> objects();

  /** Whether rows of tables come or go with it. */
  default boolean movesRows() {
    return false;
  }
}
