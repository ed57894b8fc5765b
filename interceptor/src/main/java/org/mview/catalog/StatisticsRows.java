package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.StatisticsSettings.Setting;
import org.mview.database.Database;

/** What the registry knows of statistics of refreshes: what is collected, and what was. */
public final class StatisticsRows {
  /** Greater than every time. */
  private static final String ALL = "~";

  /** Less than every time. */
  private static final String NOTHING = "";

  private final Database database;
  private final Registry registry;

  /** Whether all that it takes is known to be there. */
  private boolean learned;

  StatisticsRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** Whether anything was ever asked for. */
  public boolean isKnown() throws SQLException {
    return registry.knows(Supplement.STATISTICS);
  }

  /** What is collected. */
  StatisticsSettings settings() throws SQLException {
    if (!isKnown()) {
      return StatisticsSettings.DEFAULT;
    }
    Map<Long, Setting> settings = new HashMap<>();
    database.read(
        "SELECT view_id, collection_level, retention FROM \"mview$collection\"",
        row -> settings.put(row.getLong(1), setting(row)));
    return new StatisticsSettings(settings);
  }

  private static Setting setting(ResultSet row) throws SQLException {
    Optional<CollectionLevel> level =
        Optional.ofNullable(row.getString(2)).map(CollectionLevel::valueOf);
    int retention = row.getInt(3);
    return new Setting(level, row.wasNull() ? Optional.empty() : Optional.of(retention));
  }

  /** Enters what is collected of all views of which nothing else is said. */
  public void set(Setting setting) throws SQLException {
    learn();
    set(StatisticsSettings.SYSTEM, setting, purged());
  }

  /** Enters what is collected of a view. */
  public void set(View view, Setting setting) throws SQLException {
    learn();
    set(StatisticsSettings.SYSTEM, settings().system(), purged());
    set(view.id(), setting, NOTHING);
  }

  private void learn() throws SQLException {
    if (!learned) {
      registry.learn(Supplement.STATISTICS);
      learned = true;
    }
  }

  private void set(long id, Setting setting, String purged) throws SQLException {
    database.run("DELETE FROM \"mview$collection\" WHERE view_id = ?", id);
    database.run(
        """
        INSERT INTO "mview$collection" (view_id, collection_level, retention, purged) \
        VALUES (?, ?, ?, ?)""",
        id,
        setting.level().map(Enum::name).orElse(null),
        setting.retention().orElse(null),
        purged);
    registry.changed();
  }

  /** The day on which what is old was last taken out. */
  private String purged() throws SQLException {
    return database
        .readOne(
            "SELECT purged FROM \"mview$collection\" WHERE view_id = ?",
            row -> row.getString(1),
            StatisticsSettings.SYSTEM)
        .orElse(NOTHING);
  }

  /**
   * Enters what was measured, and once a day takes out what has been kept for long enough.
   *
   * @param now what the clock of the database shows
   */
  public void add(RefreshRun run, Catalog catalog, Instant now) throws SQLException {
    new RunRows(database).insert(registry.newId(), run);
    String day = Moments.text(now).substring(0, 10);
    long isFirst =
        database.run(
            "UPDATE \"mview$collection\" SET purged = ? WHERE view_id = ? AND purged < ?",
            day,
            StatisticsSettings.SYSTEM,
            day);
    if (isFirst > 0) {
      for (View view : catalog.ofUsers()) {
        purge(view, catalog.statistics().retention(view), now);
      }
      sweep(catalog.statistics().retention(), now);
    }
  }

  /**
   * Takes out what was collected of a view.
   *
   * @param days that it is kept at least, or {@link StatisticsSettings#FOREVER}
   */
  public void purge(View view, int days, Instant now) throws SQLException {
    purge(view, before(days, now));
  }

  /** Takes out all that was ever collected of a view. */
  public void purge(View view) throws SQLException {
    purge(view, ALL);
  }

  private void purge(View view, String before) throws SQLException {
    database.run(
        "DELETE FROM \"mview$run_view\" WHERE view_id = ? AND end_time < ?", view.id(), before);
  }

  /** Takes out what belongs to nothing any more, and calls that have refreshed nothing. */
  public void sweep(int days, Instant now) throws SQLException {
    new RunRows(database).sweep(before(days, now));
  }

  /** The same, however young these calls are. */
  public void sweep() throws SQLException {
    new RunRows(database).sweep(ALL);
  }

  private static String before(int days, Instant now) {
    return days == StatisticsSettings.FOREVER
        ? NOTHING
        : Moments.exact(now.minus(Duration.ofDays(days)));
  }
}
