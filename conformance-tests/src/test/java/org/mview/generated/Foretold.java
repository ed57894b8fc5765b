package org.mview.generated;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What EXPLAIN_MVIEW has said of views that are about to be refreshed: whether each can be fast.
 *
 * @param fast by the name of the view; what nobody has asked for is not there
 */
record Foretold(Map<String, Boolean> fast) {
  static final Foretold NOTHING = new Foretold(Map.of());

  private static final String ANSWERS =
      """
      SELECT POSSIBLE FROM mv_capabilities_table \
      WHERE CAPABILITY_NAME = 'REFRESH_FAST' ORDER BY SEQ""";

  /**
   * What stands in the way of an inner view makes FORCE refresh that one completely, and the view
   * itself fast: a refusal says nothing then.
   */
  private static final String INNER_VIEWS = "SELECT id FROM %s WHERE inner_of IS NOT NULL";

  Foretold {
    fast = Map.copyOf(fast);
  }

  /**
   * Asks.
   *
   * @param ours a connection on which nothing is open
   * @param raw one that sees what is answered
   */
  static Foretold of(Collection<ViewModel> views, Connection ours, Connection raw, Names names)
      throws SQLException {
    Map<String, Boolean> fast = new HashMap<>();
    String innerViews = INNER_VIEWS.formatted(names.quoted("mview$view"));
    for (ViewModel view : views) {
      String call = "{call DBMS_MVIEW.EXPLAIN_MVIEW(%s)}".formatted(view.listed());
      try (CallableStatement explain = ours.prepareCall(call)) {
        explain.execute();
      }
      List<List<@Nullable Object>> answers = Rows.of(raw, ANSWERS);
      boolean possible = "Y".equals(answers.get(answers.size() - 1).get(0));
      if (possible || Rows.of(raw, innerViews).isEmpty()) {
        fast.put(view.name(), possible);
      }
    }
    return new Foretold(fast);
  }

  /**
   * Whether a refresh that has succeeded did something else.
   *
   * @param method by which the view was refreshed: FAST, FORCE or COMPLETE
   * @param type how that was done: FAST or COMPLETE
   */
  boolean contradicts(String view, String method, String type) {
    return Optional.ofNullable(fast.get(view))
        .filter(said -> !agrees(said, method, type))
        .isPresent();
  }

  /** Whether each of these views was said to be refreshed fast. */
  boolean areFast(Collection<String> views) {
    return views.stream().allMatch(view -> fast.getOrDefault(view, false));
  }

  /** FORCE takes the cheaper way of two. */
  private static boolean agrees(boolean said, String method, String type) {
    return switch (method) {
      case "FAST" -> said && type.equals("FAST");
      case "FORCE" -> said || type.equals("COMPLETE");
      default -> type.equals("COMPLETE");
    };
  }
}
