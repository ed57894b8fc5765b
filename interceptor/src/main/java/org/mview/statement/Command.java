package org.mview.statement;

/**
 * A statement of ours, understood: one record for each kind, and a handler for each in {@code
 * command}.
 */
public interface Command {}
