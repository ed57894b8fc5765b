package org.mview.statement;

/**
 * A statement of ours, understood: one record for each kind, and a handler for each in {@code
 * command}.
 */
public sealed interface Command
    permits AlterDatabaseLink,
        AlterDimension,
        AlterMaterializedView,
        AlterMaterializedViewLog,
        AlterParallel,
        AlterSession,
        CallBlock,
        Candidate,
        ChangePrivileges,
        ChangeUsers,
        CheckMaterializedViews,
        CommentOnMaterializedView,
        CreateDatabaseLink,
        CreateDimension,
        CreateMaterializedView,
        CreateMaterializedViewLog,
        DropDatabaseLink,
        DropDimension,
        DropMaterializedView,
        DropMaterializedViewLog,
        ExplainMaterializedView,
        RefreshMaterializedView {

  /** Whether it answers with rows. */
  default boolean returnsRows() {
    return false;
  }
}
