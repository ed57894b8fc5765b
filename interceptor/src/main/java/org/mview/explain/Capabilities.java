package org.mview.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mview.catalog.MasterReference;
import org.mview.error.MViewError;
import org.mview.explain.Capability.Because;
import org.mview.refresh.Obstacle;
import org.mview.refresh.OnQuery;
import org.mview.sql.QualifiedName;

/**
 * What EXPLAIN_MVIEW answers: the four summaries, what is to be said of each table, the details.
 *
 * <p>A change that is understood is understood whatever has changed, so all rows about fast
 * refreshes agree.
 */
public final class Capabilities {
  private static final List<String> FAST =
      List.of(
          "REFRESH_FAST_AFTER_INSERT",
          "REFRESH_FAST_AFTER_ONETAB_DML",
          "REFRESH_FAST_AFTER_ANY_DML");

  private static final String ON_QUERY = "ON_QUERY_COMPUTATION";

  private static final String BY_TRIGGERS = "KEPT_BY_TRIGGERS";

  private static final String BY_PARTITIONS = "REFRESH_FAST_PCT";

  private static final Because NO_PARTITIONS =
      new Because(Optional.empty(), 2068, "the table has no partitions that are tracked");

  private static final Because NO_PARTITION_TRACKING =
      new Because(
          Optional.of(MViewError.PARTITIONS_NOT_TRACKED.code()),
          2068,
          "no table has partitions that are tracked");

  private static final Because NO_REWRITE =
      new Because(Optional.empty(), 2031, "query rewrite is not part of this version");

  private final Examined examined;
  private final List<Capability> rows = new ArrayList<>();

  private Capabilities(Examined examined) {
    this.examined = examined;
  }

  /** The rows about a view, in the order of the manual. */
  public static List<Capability> of(Examined examined) {
    return new Capabilities(examined).rows();
  }

  private List<Capability> rows() {
    tracked("PCT", () -> rows.add(Capability.possible("PCT")));
    complete();
    summaryOfFast();
    no("REWRITE", NO_REWRITE);
    tables("PCT_TABLE", this::againstTracking);
    FAST.forEach(this::fast);
    tracked(BY_PARTITIONS, () -> fast(BY_PARTITIONS));
    no("REWRITE_FULL_TEXT_MATCH", NO_REWRITE);
    no("REWRITE_PARTIAL_TEXT_MATCH", NO_REWRITE);
    no("REWRITE_GENERAL", NO_REWRITE);
    no("REWRITE_PCT", NO_REWRITE);
    tables("PCT_TABLE_REWRITE", table -> Optional.of(NO_REWRITE));
    fast(ON_QUERY);
    againstOnQuery();
    byTriggers();
    return List.copyOf(rows);
  }

  /** What is kept fast need not be read by one query. */
  private void againstOnQuery() {
    Optional<String> reason =
        examined.isFast() ? OnQuery.against(examined.parts()) : Optional.empty();
    if (reason.isPresent()) {
      rows.remove(rows.size() - 1);
      int number = MViewError.ON_QUERY_NOT_POSSIBLE.code();
      no(ON_QUERY, new Because(Optional.of(number), number, reason.get()));
    }
  }

  /** No error tells of it, and so it has no number. */
  private void byTriggers() {
    Optional<Because> reason =
        examined.againstTriggers().map(r -> new Because(Optional.empty(), 0, r.text()));
    rows.add(new Capability(BY_TRIGGERS, reason.isEmpty(), Optional.empty(), reason));
  }

  private void no(String name, Because reason) {
    rows.add(Capability.impossible(name, Optional.empty(), reason));
  }

  /** Says why not where no partitions are tracked. */
  private void tracked(String name, Runnable otherwise) {
    if (examined.partitioned().isEmpty()) {
      no(name, NO_PARTITION_TRACKING);
    } else {
      otherwise.run();
    }
  }

  private Optional<Because> againstTracking(QualifiedName table) {
    return examined.partitioned().contains(table) ? Optional.empty() : Optional.of(NO_PARTITIONS);
  }

  /** A row for each table; it is possible where nothing is against it. */
  private void tables(String name, Function<QualifiedName, Optional<Because>> against) {
    examined.masters().stream()
        .filter(master -> master.kind() == MasterReference.Kind.TABLE)
        .map(MasterReference::name)
        .forEach(
            table -> {
              Optional<Because> reason = against.apply(table);
              Optional<String> related = Optional.of(table.name().text());
              rows.add(new Capability(name, reason.isEmpty(), related, reason));
            });
  }

  private void complete() {
    if (examined.against().isEmpty()) {
      rows.add(Capability.possible("REFRESH_COMPLETE"));
    }
    examined.against().forEach(obstacle -> impossible("REFRESH_COMPLETE", obstacle));
  }

  /** The summary says only whether; the rows behind it say why. */
  private void summaryOfFast() {
    rows.add(new Capability("REFRESH_FAST", examined.isFast(), Optional.empty(), Optional.empty()));
  }

  private void fast(String name) {
    if (examined.isFast()) {
      rows.add(Capability.possible(name));
    }
    examined.against().forEach(obstacle -> impossible(name, obstacle));
    examined.againstFast().forEach(obstacle -> impossible(name, obstacle));
  }

  private void impossible(String name, Obstacle obstacle) {
    int number = obstacle.error().error().code();
    boolean tooYoung = obstacle.error().error() == MViewError.CHANGE_LOG_TOO_YOUNG;
    rows.add(
        Capability.impossible(
            name,
            obstacle.master().map(master -> master.name().text()),
            new Because(Optional.of(number), tooYoung ? 2077 : number, obstacle.text())));
  }
}
