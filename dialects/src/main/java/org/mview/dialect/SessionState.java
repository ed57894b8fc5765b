package org.mview.dialect;

/**
 * What an application can see of the statements before, and what statements of ours may disturb.
 *
 * @param read an expression for the value
 * @param restoreInLog a statement with one parameter that puts the value back by way of the log
 *     that it names, and which is emptied at once
 * @param prepare a definition that the restoring needs
 * @param restore a statement with one parameter that puts the value back
 */
public record SessionState(String read, String restoreInLog, String prepare, String restore) {}
