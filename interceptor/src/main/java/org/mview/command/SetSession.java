package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.SETTING_NOT_VALID;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mview.statement.AlterSession;

/** ALTER SESSION SET, of what says whether queries are rewritten to read views. None is. */
final class SetSession {
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "QUERY_REWRITE_ENABLED", List.of("FALSE", "FORCE", "TRUE"),
          "QUERY_REWRITE_INTEGRITY", List.of("ENFORCED", "STALE_TOLERATED", "TRUSTED"));

  private final Warnings warnings;

  SetSession(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Checks the values, and says that they change nothing. */
  void run(AlterSession alter) {
    for (AlterSession.Setting setting : alter.settings()) {
      List<String> values = VALUES.get(setting.parameter());
      if (values == null || alter.scope() != AlterSession.Scope.SESSION) {
        throw NOT_SUPPORTED.of(
            "ALTER %s SET %s".formatted(alter.scope(), setting.parameter()),
            "take it out of the script");
      } else if (!values.contains(setting.value().toUpperCase(Locale.ROOT))) {
        throw SETTING_NOT_VALID.of(setting.value(), setting.parameter(), String.join(", ", values));
      }
    }
    boolean isOff =
        alter.settings().stream()
            .allMatch(
                setting ->
                    setting.parameter().equals("QUERY_REWRITE_ENABLED")
                        && setting.value().equalsIgnoreCase("FALSE"));
    if (!isOff) {
      warnings.add("ALTER SESSION has no effect: queries are not yet rewritten");
    }
  }
}
