package org.mview.dialect;

/**
 * What an application can see of the statements before, and what statements of ours may disturb.
 *
 * @param read a query expression for the value; empty when nothing needs to be kept
 * @param restore a statement with one parameter that puts the value back
 */
public record SessionState(String read, String restore) {}
