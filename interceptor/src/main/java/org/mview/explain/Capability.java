package org.mview.explain;

import java.util.Optional;

/**
 * Something that can or cannot be done with a view: a row of MV_CAPABILITIES_TABLE.
 *
 * @param name as Oracle's manual has it
 * @param related the table that it is about
 * @param reason empty when nothing is to be said
 */
public record Capability(
    String name, boolean possible, Optional<String> related, Optional<Because> reason) {

  /**
   * Why it is so.
   *
   * @param error the number of the error by which the attempt fails; empty when nobody can try
   * @param message the number of the message
   */
  public record Because(Optional<Integer> error, int message, String text) {}

  static Capability possible(String name) {
    return new Capability(name, true, Optional.empty(), Optional.empty());
  }

  static Capability impossible(String name, Optional<String> related, Because reason) {
    return new Capability(name, false, related, Optional.of(reason));
  }
}
