package org.mview.statement;

/**
 * DROP DATABASE LINK.
 *
 * @param visibleToAll PUBLIC
 */
public record DropDatabaseLink(LinkName name, boolean visibleToAll, boolean ifExists)
    implements Command {}
