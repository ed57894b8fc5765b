package org.mview.statement.query;

import java.util.Optional;

/**
 * Where an expression stands: the names that it may use, and what may be in it.
 *
 * @param attachments takes what its subqueries read
 * @param calls takes its aggregate functions; empty where none may be
 * @param windows takes its window functions; empty where none may be
 */
record Site(
    SelectBinder binder,
    Scope scope,
    Attachments attachments,
    Optional<Calls> calls,
    Optional<WindowCalls> windows) {

  /** Where no function of groups or windows may be. */
  static Site plain(SelectBinder binder, Scope scope, Attachments attachments) {
    return new Site(binder, scope, attachments, Optional.empty(), Optional.empty());
  }

  /** The same without functions of groups and windows, as inside one of them. */
  Site insideCall() {
    return plain(binder, scope, attachments);
  }

  /** The same without window functions. */
  Site withoutWindows() {
    return new Site(binder, scope, attachments, calls, Optional.empty());
  }

  /** The same with other names. */
  Site with(Scope other) {
    return new Site(binder, other, attachments, calls, windows);
  }
}
