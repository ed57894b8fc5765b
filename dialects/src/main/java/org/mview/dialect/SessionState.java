package org.mview.dialect;

import java.util.function.UnaryOperator;

/**
 * What an application can see of the statements before, and what statements of ours may disturb.
 *
 * @param read an expression for the value
 * @param restoreInLog for the name of a log, a statement with one parameter that puts the value
 *     back by way of this log, which is emptied at once
 * @param prepare a definition that the restoring needs
 * @param restore a statement with one parameter that puts the value back
 * @param changedRows an expression for the number of rows that the last statement has changed,
 *     without those that triggers have
 */
public record SessionState(
    String read,
    UnaryOperator<String> restoreInLog,
    String prepare,
    String restore,
    String changedRows) {}
