package org.mview.database;

/** A statement of ours that has ended, and how many seconds it took. */
public record TimedStatement(String sql, double seconds) {}
