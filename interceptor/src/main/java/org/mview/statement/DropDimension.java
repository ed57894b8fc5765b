package org.mview.statement;

/** DROP DIMENSION. */
public record DropDimension(QualifiedName name) implements Command {}
