package org.mview.statement;

import java.util.Optional;

/**
 * CREATE DATABASE LINK.
 *
 * @param visibleToAll PUBLIC
 * @param authentication with which a shared link opens its connections
 * @param address what USING says: a JDBC URL, an alias, or a description of Oracle's
 */
public record CreateDatabaseLink(
    LinkName name,
    boolean shared,
    boolean visibleToAll,
    boolean ifNotExists,
    LinkLogin login,
    Optional<LinkLogin.User> authentication,
    Optional<String> address)
    implements Command {}
