package org.mview.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * What is collected of refreshes on demand, and how long it is kept.
 *
 * @param byView what was said, by the ids of the views; {@link #SYSTEM} is the one for all others
 */
public record StatisticsSettings(Map<Long, Setting> byView) {
  /** Stands for all views of which nothing else is said. */
  public static final long SYSTEM = 0;

  /** As a retention: for ever. */
  public static final int FOREVER = -1;

  /** Nothing was said. */
  public static final StatisticsSettings DEFAULT = new StatisticsSettings(Map.of());

  static final CollectionLevel DEFAULT_LEVEL = CollectionLevel.NONE;
  static final int DEFAULT_RETENTION = 31;

  public StatisticsSettings {
    byView = Map.copyOf(byView);
  }

  /**
   * What was said of a view, or of all.
   *
   * @param retention in days, or {@link #FOREVER}
   */
  public record Setting(Optional<CollectionLevel> level, Optional<Integer> retention) {
    /** Nothing was said. */
    public static final Setting NONE = new Setting(Optional.empty(), Optional.empty());
  }

  /** What was said of all. */
  public Setting system() {
    return byView.getOrDefault(SYSTEM, Setting.NONE);
  }

  private Setting own(View view) {
    return byView.getOrDefault(view.id(), Setting.NONE);
  }

  /** How much is collected of the refreshes of a view. */
  public CollectionLevel level(View view) {
    return own(view).level().or(system()::level).orElse(DEFAULT_LEVEL);
  }

  /** For how many days it is kept, or {@link #FOREVER}. */
  public int retention(View view) {
    return own(view).retention().orElse(retention());
  }

  /** The same where nothing is said of a view. */
  public int retention() {
    return system().retention().orElse(DEFAULT_RETENTION);
  }
}
