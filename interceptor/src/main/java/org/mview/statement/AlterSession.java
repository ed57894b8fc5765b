package org.mview.statement;

import java.util.List;

/**
 * ALTER SESSION SET or ALTER SYSTEM SET, with at least one parameter of ours.
 *
 * @param settings in the order of the statement
 */
public record AlterSession(Scope scope, List<Setting> settings) implements Command {
  /** For whom. */
  public enum Scope {
    SESSION,
    SYSTEM
  }

  /**
   * One parameter and its value.
   *
   * @param parameter in upper case
   * @param value a word as it was written, a string without its quotes
   */
  public record Setting(String parameter, String value) {}

  public AlterSession {
    settings = List.copyOf(settings);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("SET sets something");
    }
  }
}
