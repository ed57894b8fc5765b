package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;

/**
 * The jobs of the registry. Each time is given by the caller, who has it from the database's clock,
 * so that all processes mean the same by it.
 */
public final class JobRows {
  private static final String ALL =
      """
      SELECT id, kind, target, what, first_date, next_date, interval_text, zone, failures, broken \
      FROM "mview$job"\
      """;

  /** Nobody runs it, or whoever did has not been heard of for too long. */
  private static final String FREE = "(owner IS NULL OR leased_until <= ?)";

  private static final String RELEASED = "owner = NULL, leased_until = NULL, this_date = NULL";

  private final Database database;
  private final Registry registry;

  /** Whether the registry has been found to know of jobs, which it does not forget. */
  private boolean known;

  JobRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  private boolean isKnown() throws SQLException {
    known = known || registry.knows(RegistryTables.WITH_JOBS);
    return known;
  }

  /** The job of this id. */
  public Optional<Job> job(long id) throws SQLException {
    return read("WHERE id = ?", id).stream().findFirst();
  }

  /** The job that refreshes a group, or purges a log. */
  public Optional<Job> of(Job.Kind kind, long target) throws SQLException {
    return read("WHERE kind = ? AND target = ?", kind.name(), target).stream().findFirst();
  }

  /** Those that are to run now, and that nobody runs; first those that wait longest. */
  public List<Job> due(Instant now) throws SQLException {
    String text = Moments.text(now);
    return read(
        "WHERE NOT broken AND next_date <= ? AND " + FREE + " ORDER BY next_date", text, text);
  }

  private List<Job> read(String which, @Nullable Object... parameters) throws SQLException {
    return isKnown() ? database.read(ALL + " " + which, JobRows::job, parameters) : List.of();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getLong(1),
        Job.Kind.valueOf(row.getString(2)),
        row.getLong(3),
        row.getString(4),
        Moments.of(row.getString(5)),
        Moments.of(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        ZoneId.of(row.getString(8)),
        row.getInt(9),
        row.getBoolean(10));
  }

  /** Enters a job. */
  public void add(Job job) throws SQLException {
    registry.createIfMissing();
    registry.learn();
    database.run(
        """
        INSERT INTO "mview$job" (id, kind, target, what, first_date, next_date, interval_text, \
        zone, failures, broken, total_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
        job.id(),
        job.kind().name(),
        job.target(),
        job.what(),
        Moments.text(job.first()),
        Moments.text(job.next()),
        job.interval().orElse(null),
        job.zone().getId(),
        job.failures(),
        job.broken());
  }

  /** Enters when a job is to run from here on. */
  public void update(Job job) throws SQLException {
    database.run(
        """
        UPDATE "mview$job" SET next_date = ?, interval_text = ?, zone = ?, failures = ?, broken = ? \
        WHERE id = ?""",
        Moments.text(job.next()),
        job.interval().orElse(null),
        job.zone().getId(),
        job.failures(),
        job.broken(),
        job.id());
  }

  /** Takes a job out. */
  public void remove(Job job) throws SQLException {
    database.run("DELETE FROM \"mview$job\" WHERE id = ?", job.id());
  }

  /**
   * Takes a job, by one statement, so that one of several processes gets it.
   *
   * @return false when another one has it, or has done it
   */
  public boolean take(Job job, Lease lease, Instant now) throws SQLException {
    String text = Moments.text(now);
    return database.run(
            """
            UPDATE "mview$job" SET owner = ?, leased_until = ?, this_date = ? \
            WHERE id = ? AND NOT broken AND next_date <= ? AND %s"""
                .formatted(FREE),
            lease.owner(),
            Moments.text(lease.until()),
            text,
            job.id(),
            text,
            text)
        == 1;
  }

  /**
   * Keeps a job.
   *
   * @return false when another process has taken it over
   */
  public boolean renew(long job, Lease lease) throws SQLException {
    return database.run(
            "UPDATE \"mview$job\" SET leased_until = ? WHERE id = ? AND owner = ?",
            Moments.text(lease.until()),
            job,
            lease.owner())
        == 1;
  }

  /**
   * A job is done: it is free again.
   *
   * @param next when it is to run again; empty when it is not
   * @param seconds it took
   * @return false when another process has taken it over
   */
  public boolean done(long job, String owner, Instant start, Optional<Instant> next, double seconds)
      throws SQLException {
    return database.run(
            """
            UPDATE "mview$job" SET last_date = ?, next_date = ?, failures = 0, broken = ?, \
            last_error = NULL, total_time = total_time + ?, %s WHERE id = ? AND owner = ?"""
                .formatted(RELEASED),
            Moments.text(start),
            Moments.text(next),
            false,
            seconds,
            job,
            owner)
        == 1;
  }

  /**
   * A job was not done, and is free again, as if nobody had taken it.
   *
   * @return false when another process has taken it over
   */
  public boolean giveBack(Job job, String owner) throws SQLException {
    return database.run(
            "UPDATE \"mview$job\" SET %s WHERE id = ? AND owner = ?".formatted(RELEASED),
            job.id(),
            owner)
        == 1;
  }

  /**
   * A job has failed: it is free again.
   *
   * @param next when to try it again
   */
  public void failed(Job job, String owner, Instant next, String error) throws SQLException {
    int failures = job.failures() + 1;
    database.run(
        """
        UPDATE "mview$job" SET failures = ?, broken = ?, next_date = ?, last_error = ?, %s \
        WHERE id = ? AND owner = ?"""
            .formatted(RELEASED),
        failures,
        failures >= Job.MOST_FAILURES,
        Moments.text(next),
        error,
        job.id(),
        owner);
  }
}
