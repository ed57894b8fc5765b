package org.mview.statement;

import java.util.Set;

/** The words with which clauses begin: there an expression before them ends. */
final class ClauseWords {
  static final Set<String> BEGINNINGS =
      Set.of(
          "AS",
          "BUILD",
          "CACHE",
          "CLUSTER",
          "COLUMN",
          "COMPILE",
          "COMPLETE",
          "COMPRESS",
          "CONSIDER",
          "DEFAULT",
          "DISABLE",
          "ENABLE",
          "EVALUATE",
          "FAST",
          "FILESYSTEM_LIKE_LOGGING",
          "FOR",
          "FORCE",
          "INITRANS",
          "INMEMORY",
          "LOB",
          "LOGGING",
          "MAXTRANS",
          "NESTED",
          "NEVER",
          "NEXT",
          "NO",
          "NOCACHE",
          "NOCOMPRESS",
          "NOLOGGING",
          "NOPARALLEL",
          "ON",
          "ORGANIZATION",
          "PARALLEL",
          "PARTITION",
          "PCTFREE",
          "PCTUSED",
          "PURGE",
          "REFRESH",
          "REPEAT",
          "ROW",
          "SEGMENT",
          "START",
          "STORAGE",
          "TABLESPACE",
          "UNUSABLE",
          "USING",
          "VARRAY",
          "WITH");

  private ClauseWords() {}
}
