package org.mview.statement;

import java.util.Optional;

/** ALTER DATABASE LINK: a new password, and nothing else. */
public record AlterDatabaseLink(
    LinkName name,
    boolean shared,
    boolean visibleToAll,
    Optional<LinkLogin.User> login,
    Optional<LinkLogin.User> authentication)
    implements Command {
  public AlterDatabaseLink {
    if (login.isEmpty() && authentication.isEmpty()) {
      throw new IllegalArgumentException("ALTER changes a password");
    }
  }
}
