package org.mview.statement;

import java.util.List;

/**
 * Every clause that a materialized view or its log may be given.
 *
 * <p>The second column is what becomes of a clause that says nothing but how the database is to
 * store something: one letter for each database in the order of DATABASES, or one for all of them.
 * N: the database has the like, and is told, unless it has not just this: then a warning; W:
 * ignored with a warning; I: ignored silently, the effect is there anyway; E: refused. Clauses
 * without it are ours, on every database.
 */
public enum Clause {
  // Which rows
  COLUMN_LIST("the column list"),
  ON_PREBUILT_TABLE("ON PREBUILT TABLE"),
  BUILD_IMMEDIATE("BUILD IMMEDIATE"),
  BUILD_DEFERRED("BUILD DEFERRED"),
  WITH_DATA("WITH DATA"),
  WITH_NO_DATA("WITH NO DATA"),
  USING_INDEX("USING INDEX"),
  USING_NO_INDEX("USING NO INDEX"),
  FOR_UPDATE("FOR UPDATE"),

  // How it is refreshed
  REFRESH("REFRESH"),
  NEVER_REFRESH("NEVER REFRESH"),
  FAST("REFRESH FAST"),
  COMPLETE("REFRESH COMPLETE"),
  FORCE("REFRESH FORCE"),
  ON_DEMAND("ON DEMAND"),
  ON_COMMIT("ON COMMIT"),
  ON_STATEMENT("ON STATEMENT"),
  START_WITH("START WITH"),
  NEXT("NEXT"),
  WITH_PRIMARY_KEY("WITH PRIMARY KEY"),
  WITH_ROWID("WITH ROWID"),
  WITH_OBJECT_ID("WITH OBJECT ID"),
  ENFORCED_CONSTRAINTS("USING ENFORCED CONSTRAINTS"),
  TRUSTED_CONSTRAINTS("USING TRUSTED CONSTRAINTS"),

  // What it is used for
  ENABLE_QUERY_REWRITE("ENABLE QUERY REWRITE"),
  DISABLE_QUERY_REWRITE("DISABLE QUERY REWRITE"),
  ENABLE_ON_QUERY_COMPUTATION("ENABLE ON QUERY COMPUTATION"),
  DISABLE_ON_QUERY_COMPUTATION("DISABLE ON QUERY COMPUTATION"),
  ENABLE_CONCURRENT_REFRESH("ENABLE CONCURRENT REFRESH"),
  DISABLE_CONCURRENT_REFRESH("DISABLE CONCURRENT REFRESH"),
  COMPILE("COMPILE"),
  CONSIDER_FRESH("CONSIDER FRESH"),

  // What a log holds, and for how long
  WITH("WITH"),
  NEW_VALUES("NEW VALUES"),
  PURGE("PURGE"),

  // How the database stores it
  PCTFREE("PCTFREE", "NWWWWWWWWN"),
  PCTUSED("PCTUSED", "W"),
  INITRANS("INITRANS", "W"),
  MAXTRANS("MAXTRANS", "W"),
  STORAGE("STORAGE", "W"),
  TABLESPACE("TABLESPACE", "NNWWWWWWWN"),
  LOGGING("LOGGING", "I"),
  NOLOGGING("NOLOGGING", "W"),
  FILESYSTEM_LIKE_LOGGING("FILESYSTEM_LIKE_LOGGING", "W"),
  SEGMENT_CREATION("SEGMENT CREATION", "I"),
  COMPRESS("COMPRESS", "WNNWWIWWWN"),
  NOCOMPRESS("NOCOMPRESS", "I"),
  CACHE("CACHE", "W"),
  NOCACHE("NOCACHE", "W"),
  PARALLEL("PARALLEL", "NWWWWWWWWN"),
  NOPARALLEL("NOPARALLEL", "I"),
  INMEMORY("INMEMORY", "W"),
  NO_INMEMORY("NO INMEMORY", "I"),
  ORGANIZATION_INDEX("ORGANIZATION INDEX", "WNNNWWWWWN"),
  KEY_COMPRESSION("COMPRESS of an index organization", "W"),
  PCTTHRESHOLD("PCTTHRESHOLD", "W"),
  OVERFLOW("OVERFLOW", "W"),
  COALESCE("COALESCE", "W"),
  CLUSTER("CLUSTER", "W"),
  PARTITION_BY("PARTITION BY", "W"),
  PARTITION_CHANGE("the change of partitions", "W"),
  LOB_STORAGE("LOB storage", "W"),
  NESTED_TABLE("NESTED TABLE", "E"),
  VARRAY("VARRAY", "E"),
  INDEX_ATTRIBUTES("the attributes of USING INDEX", "W"),
  ROLLBACK_SEGMENT("ROLLBACK SEGMENT", "W"),
  DEFAULT_COLLATION("DEFAULT COLLATION", "W"),
  EVALUATE_USING("EVALUATE USING", "W"),
  UNUSABLE("UNUSABLE", "W"),
  ALLOCATE_EXTENT("ALLOCATE EXTENT", "W"),
  DEALLOCATE_UNUSED("DEALLOCATE UNUSED", "W"),
  SHRINK_SPACE("SHRINK SPACE", "W"),
  MOVE("MOVE", "W"),
  OF_TYPE("OF type", "E"),
  SCOPE_FOR("SCOPE FOR", "E"),
  ENCRYPT("ENCRYPT", "E"),
  DECRYPT("DECRYPT", "E"),
  FOR_SYNCHRONOUS_REFRESH("FOR SYNCHRONOUS REFRESH", "E"),
  FOR_FAST_REFRESH("FOR FAST REFRESH", "I"),

  // PostgreSQL's own
  ACCESS_METHOD("USING method", "NWWWWWWWWW"),
  STORAGE_PARAMETERS("WITH (storage parameters)", "NWWWWWWWWW");

  /** What becomes of a clause about storage. */
  public enum Policy {
    /** The database has the like. */
    NATIVE,
    /** Ignored, and a warning says so. */
    WARN,
    /** Ignored: what it asks for holds anyway. */
    SILENT,
    /** Refused: to ignore it would deceive. */
    REFUSE
  }

  private static final List<String> DATABASES =
      List.of(
          "postgresql",
          "mysql",
          "mariadb",
          "sqlite",
          "h2",
          "duckdb",
          "derby",
          "hsqldb",
          "firebird",
          "sqlserver");

  private static final String OURS = "";

  private final String words;
  private final String policies;

  Clause(String words) {
    this(words, OURS);
  }

  Clause(String words, String policies) {
    this.words = words;
    this.policies = policies;
  }

  /** The keywords of a clause that is, or begins with, nothing else. */
  String[] keywords() {
    return words.split(" ");
  }

  /** Whether it says only how the database is to store something. */
  public boolean isAboutStorage() {
    return !policies.equals(OURS);
  }

  /**
   * What becomes of this clause, which must be about storage.
   *
   * @param database as in a JDBC URL: "mysql", "sqlite" …; of one that is not known here nothing
   *     native is expected
   */
  public Policy policy(String database) {
    if (!isAboutStorage()) {
      throw new IllegalStateException(words + " is a clause of ours");
    }
    int column = policies.length() == 1 ? 0 : DATABASES.indexOf(database);
    return column < 0 ? foreign(policies.charAt(0)) : policyOf(policies.charAt(column));
  }

  private static Policy foreign(char letter) {
    Policy policy = policyOf(letter);
    return policy == Policy.NATIVE ? Policy.WARN : policy;
  }

  private static Policy policyOf(char letter) {
    return switch (letter) {
      case 'N' -> Policy.NATIVE;
      case 'W' -> Policy.WARN;
      case 'I' -> Policy.SILENT;
      case 'E' -> Policy.REFUSE;
      default -> throw new IllegalStateException("no policy " + letter);
    };
  }

  /** As a message names it. */
  @Override
  public String toString() {
    return words;
  }
}
