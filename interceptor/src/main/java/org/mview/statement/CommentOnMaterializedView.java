package org.mview.statement;

/**
 * COMMENT ON MATERIALIZED VIEW.
 *
 * @param comment empty to take the comment away
 */
public record CommentOnMaterializedView(QualifiedName name, String comment) implements Command {}
