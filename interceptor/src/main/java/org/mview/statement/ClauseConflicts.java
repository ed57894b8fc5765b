package org.mview.statement;

import static org.mview.error.MViewError.CLAUSES_CONFLICT;
import static org.mview.error.MViewError.CLAUSES_EXCLUDE_EACH_OTHER;
import static org.mview.error.MViewError.NEVER_REFRESH_CONFLICTS;
import static org.mview.error.MViewError.ON_QUERY_COMPUTATION_CONFLICTS;
import static org.mview.error.MViewError.PREBUILT_CONFLICTS;
import static org.mview.error.MViewError.PREBUILT_OBJECT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.error.MViewError;
import org.mview.error.MViewException;

/** Which clauses of one statement exclude each other, and the error that says so. */
final class ClauseConflicts {
  /** One clause, and those that it cannot stand beside; the first that fits is reported. */
  private record Conflict(MViewError error, Clause clause, Set<Clause> others) {
    static Conflict of(MViewError error, Clause clause, Clause first, Clause... more) {
      return new Conflict(error, clause, Set.copyOf(EnumSet.of(first, more)));
    }
  }

  private static final List<Conflict> CONFLICTS =
      List.of(
          Conflict.of(
              CLAUSES_CONFLICT,
              Clause.ON_COMMIT,
              Clause.ON_DEMAND,
              Clause.ON_STATEMENT,
              Clause.START_WITH,
              Clause.NEXT),
          Conflict.of(
              CLAUSES_EXCLUDE_EACH_OTHER,
              Clause.ON_STATEMENT,
              Clause.ON_DEMAND,
              Clause.START_WITH,
              Clause.NEXT,
              Clause.COMPLETE,
              Clause.FORCE),
          Conflict.of(
              NEVER_REFRESH_CONFLICTS,
              Clause.NEVER_REFRESH,
              Clause.REFRESH,
              Clause.ON_DEMAND,
              Clause.ON_COMMIT,
              Clause.ON_STATEMENT,
              Clause.START_WITH,
              Clause.NEXT,
              Clause.FOR_UPDATE,
              Clause.ENABLE_CONCURRENT_REFRESH),
          Conflict.of(
              PREBUILT_OBJECT, Clause.ON_PREBUILT_TABLE, Clause.OF_TYPE, Clause.WITH_OBJECT_ID),
          Conflict.of(
              PREBUILT_CONFLICTS,
              Clause.ON_PREBUILT_TABLE,
              Clause.WITH_ROWID,
              Clause.BUILD_IMMEDIATE,
              Clause.BUILD_DEFERRED,
              Clause.WITH_DATA,
              Clause.WITH_NO_DATA,
              Clause.PCTFREE,
              Clause.PCTUSED,
              Clause.INITRANS,
              Clause.MAXTRANS,
              Clause.STORAGE,
              Clause.TABLESPACE,
              Clause.LOGGING,
              Clause.NOLOGGING,
              Clause.FILESYSTEM_LIKE_LOGGING,
              Clause.SEGMENT_CREATION,
              Clause.COMPRESS,
              Clause.NOCOMPRESS,
              Clause.CACHE,
              Clause.NOCACHE,
              Clause.PARALLEL,
              Clause.NOPARALLEL,
              Clause.INMEMORY,
              Clause.NO_INMEMORY,
              Clause.ORGANIZATION_INDEX,
              Clause.CLUSTER,
              Clause.PARTITION_BY,
              Clause.LOB_STORAGE,
              Clause.NESTED_TABLE,
              Clause.VARRAY),
          Conflict.of(
              ON_QUERY_COMPUTATION_CONFLICTS,
              Clause.ENABLE_ON_QUERY_COMPUTATION,
              Clause.ON_COMMIT,
              Clause.ON_STATEMENT),
          Conflict.of(
              CLAUSES_EXCLUDE_EACH_OTHER,
              Clause.ENABLE_CONCURRENT_REFRESH,
              Clause.ON_DEMAND,
              Clause.ON_STATEMENT,
              Clause.COMPLETE),
          Conflict.of(
              CLAUSES_EXCLUDE_EACH_OTHER,
              Clause.ORGANIZATION_INDEX,
              Clause.CACHE,
              Clause.NOCACHE,
              Clause.CLUSTER),
          Conflict.of(
              CLAUSES_EXCLUDE_EACH_OTHER,
              Clause.CLUSTER,
              Clause.PCTFREE,
              Clause.PCTUSED,
              Clause.INITRANS,
              Clause.MAXTRANS,
              Clause.STORAGE,
              Clause.TABLESPACE,
              Clause.LOGGING,
              Clause.NOLOGGING,
              Clause.FILESYSTEM_LIKE_LOGGING,
              Clause.SEGMENT_CREATION,
              Clause.COMPRESS,
              Clause.PARTITION_BY),
          Conflict.of(
              CLAUSES_EXCLUDE_EACH_OTHER,
              Clause.OF_TYPE,
              Clause.WITH_PRIMARY_KEY,
              Clause.WITH_ROWID),
          Conflict.of(CLAUSES_EXCLUDE_EACH_OTHER, Clause.ENCRYPT, Clause.FAST),
          Conflict.of(CLAUSES_EXCLUDE_EACH_OTHER, Clause.BUILD_IMMEDIATE, Clause.WITH_NO_DATA),
          Conflict.of(CLAUSES_EXCLUDE_EACH_OTHER, Clause.BUILD_DEFERRED, Clause.WITH_DATA));

  /** Of each of these at most one may be given. */
  private static final List<Set<Clause>> ALTERNATIVES =
      List.of(
          Set.of(Clause.FAST, Clause.COMPLETE, Clause.FORCE),
          Set.of(Clause.WITH_PRIMARY_KEY, Clause.WITH_ROWID, Clause.WITH_OBJECT_ID),
          Set.of(Clause.ENFORCED_CONSTRAINTS, Clause.TRUSTED_CONSTRAINTS),
          Set.of(Clause.BUILD_IMMEDIATE, Clause.BUILD_DEFERRED),
          Set.of(Clause.USING_INDEX, Clause.USING_NO_INDEX),
          Set.of(Clause.LOGGING, Clause.NOLOGGING, Clause.FILESYSTEM_LIKE_LOGGING),
          Set.of(Clause.COMPRESS, Clause.NOCOMPRESS),
          Set.of(Clause.CACHE, Clause.NOCACHE),
          Set.of(Clause.PARALLEL, Clause.NOPARALLEL),
          Set.of(Clause.INMEMORY, Clause.NO_INMEMORY),
          Set.of(Clause.ENABLE_ON_QUERY_COMPUTATION, Clause.DISABLE_ON_QUERY_COMPUTATION),
          Set.of(
              Clause.ENABLE_QUERY_REWRITE,
              Clause.DISABLE_QUERY_REWRITE,
              Clause.COMPILE,
              Clause.CONSIDER_FRESH),
          Set.of(
              Clause.ENABLE_CONCURRENT_REFRESH,
              Clause.DISABLE_CONCURRENT_REFRESH,
              Clause.COMPILE,
              Clause.CONSIDER_FRESH));

  private ClauseConflicts() {}

  /** The error about two clauses of one statement, if they exclude each other. */
  static Optional<MViewException> between(Clause one, Clause another) {
    for (Conflict conflict : CONFLICTS) {
      if (conflict.clause() == one && conflict.others().contains(another)) {
        return Optional.of(conflict.error().of(one, another));
      }
      if (conflict.clause() == another && conflict.others().contains(one)) {
        return Optional.of(conflict.error().of(another, one));
      }
    }
    return ALTERNATIVES.stream().anyMatch(some -> some.contains(one) && some.contains(another))
        ? Optional.of(CLAUSES_EXCLUDE_EACH_OTHER.of(one, another))
        : Optional.empty();
  }
}
