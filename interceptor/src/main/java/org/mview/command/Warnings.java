package org.mview.command;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of a statement that succeeds. */
public final class Warnings {
  private final List<Outcome.Warning> warnings = new ArrayList<>();

  /** Says something that has no number of Oracle's. */
  public void add(String text) {
    add(text, 0);
  }

  /**
   * Says something.
   *
   * @param code Oracle's number, or 0
   */
  public void add(String text, int code) {
    warnings.add(new Outcome.Warning(text, code));
  }

  /** All that was said since this was last called, in order. */
  public List<Outcome.Warning> take() {
    List<Outcome.Warning> taken = all();
    warnings.clear();
    return taken;
  }

  /** All that was said, in order. */
  public List<Outcome.Warning> all() {
    return List.copyOf(warnings);
  }
}
