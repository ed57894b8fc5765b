package org.mview.cli.script;

/**
 * One statement of a script.
 *
 * @param line the line on which its first word stands, from 1
 * @param text without the semicolon or slash that ended it; the last semicolon of a block belongs
 *     to the block and stays
 */
public record ScriptStatement(int line, String text) {}
