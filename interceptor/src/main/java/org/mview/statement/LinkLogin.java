package org.mview.statement;

/** As whom a database link logs in at the other database. */
public sealed interface LinkLogin {
  /** The link's user must be told by its USING text, or not at all. */
  record Unsaid() implements LinkLogin {}

  /** Whoever uses the link. */
  record CurrentUser() implements LinkLogin {}

  /** This user. */
  record User(Name name, Password password) implements LinkLogin {}

  /** Whom a stored credential names. */
  record Credential(Name name) implements LinkLogin {}
}
