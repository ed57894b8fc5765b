package org.mview.statement;

/**
 * What ALTER TABLE does with a partition of PostgreSQL's, whose rows come or go with it.
 *
 * @param attaches whether they come
 */
public record PartitionChange(boolean attaches, QualifiedName partition) {}
