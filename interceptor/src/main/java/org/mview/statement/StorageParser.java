package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.statement.Token.Kind;

/** The clauses that say how a table is stored, one at a time. */
final class StorageParser {
  /** Each is a keyword and a number. */
  static final List<Clause> WITH_NUMBER =
      List.of(Clause.PCTFREE, Clause.PCTUSED, Clause.INITRANS, Clause.MAXTRANS);

  /** Each is a keyword. */
  private static final List<Clause> BARE =
      List.of(
          Clause.LOGGING,
          Clause.NOLOGGING,
          Clause.FILESYSTEM_LIKE_LOGGING,
          Clause.CACHE,
          Clause.NOCACHE,
          Clause.NOPARALLEL,
          Clause.NOCOMPRESS);

  private final Cursor cursor;
  private final GivenClauses given;

  /** Named by the clause that is being read. */
  private Optional<Name> tablespace = Optional.empty();

  StorageParser(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
  }

  /**
   * Steps over a clause about storage that is allowed wherever a table or an index is described.
   */
  boolean acceptAttribute() {
    return note(cursor.offset(), attribute());
  }

  /** Steps over a clause about storage that CREATE MATERIALIZED VIEW LOG allows. */
  boolean acceptOfLog() {
    int start = cursor.offset();
    return acceptAttribute() || note(start, PartitionParser.accept(cursor));
  }

  /** Steps over any clause about storage that CREATE MATERIALIZED VIEW allows. */
  boolean acceptAny() {
    int start = cursor.offset();
    return acceptAttribute()
        || note(start, PartitionParser.accept(cursor))
        || note(start, LargeObjectParser.accept(cursor))
        || note(start, rareClause());
  }

  /**
   * The attributes of another segment than the table's: they are part of the clause before them.
   */
  static void segment(Cursor cursor) {
    StorageParser inner = new StorageParser(cursor, new GivenClauses());
    boolean more = true;
    while (more) {
      more = inner.acceptAttribute();
    }
  }

  private boolean note(int start, Optional<Clause> clause) {
    clause.ifPresent(some -> given.add(some, cursor.since(start), tablespace));
    tablespace = Optional.empty();
    return clause.isPresent();
  }

  private Optional<Clause> attribute() {
    for (Clause clause : WITH_NUMBER) {
      if (cursor.accept(clause.toString())) {
        cursor.integer();
        return Optional.of(clause);
      }
    }
    for (Clause clause : BARE) {
      if (cursor.accept(clause.toString())) {
        return Optional.of(clause);
      }
    }
    if (cursor.accept("TABLESPACE")) {
      tablespace = Optional.of(Names.name(cursor, "the name of a tablespace"));
      return Optional.of(Clause.TABLESPACE);
    }
    if (cursor.accept("STORAGE")) {
      StorageOptions.parse(cursor);
      return Optional.of(Clause.STORAGE);
    }
    if (cursor.accept("PARALLEL")) {
      degree();
      return Optional.of(Clause.PARALLEL);
    }
    return compression();
  }

  private void degree() {
    if (cursor.at(Kind.NUMBER)) {
      cursor.integer();
    } else if (cursor.accept("(")) {
      cursor.expect("DEGREE");
      number();
      if (cursor.accept("INSTANCES")) {
        number();
      }
      cursor.expect(")");
    }
  }

  private void number() {
    if (!cursor.accept("DEFAULT")) {
      cursor.integer();
    }
  }

  private Optional<Clause> compression() {
    if (cursor.accept("ROW", "STORE", "COMPRESS")) {
      cursor.acceptAny(Set.of("BASIC", "ADVANCED"));
    } else if (cursor.accept("COLUMN", "STORE", "COMPRESS")) {
      if (cursor.accept("FOR")) {
        archiveLevel("QUERY or ARCHIVE");
      }
    } else if (cursor.accept("COMPRESS")) {
      if (cursor.accept("FOR")) {
        compressedFor();
      } else {
        cursor.accept("BASIC");
      }
    } else {
      return Optional.empty();
    }
    return Optional.of(Clause.COMPRESS);
  }

  private void compressedFor() {
    if (cursor.acceptAny(Set.of("ALL", "DIRECT_LOAD"))) {
      cursor.expect("OPERATIONS");
    } else if (!cursor.accept("OLTP")) {
      archiveLevel("OLTP, ALL, DIRECT_LOAD, QUERY or ARCHIVE");
    }
  }

  private void archiveLevel(String expected) {
    if (!cursor.acceptAny(Set.of("QUERY", "ARCHIVE"))) {
      throw cursor.unexpected(expected);
    }
    cursor.acceptAny(Set.of("LOW", "HIGH"));
  }

  private Optional<Clause> rareClause() {
    if (cursor.accept("SEGMENT", "CREATION")) {
      if (!cursor.acceptAny(Set.of("IMMEDIATE", "DEFERRED"))) {
        throw cursor.unexpected("IMMEDIATE or DEFERRED");
      }
      return Optional.of(Clause.SEGMENT_CREATION);
    }
    if (cursor.accept("CLUSTER")) {
      Names.name(cursor, "the name of a cluster");
      Names.list(cursor);
      return Optional.of(Clause.CLUSTER);
    }
    if (cursor.accept("DEFAULT", "COLLATION")) {
      Names.name(cursor, "a collation");
      return Optional.of(Clause.DEFAULT_COLLATION);
    }
    if (cursor.accept("NO", "INMEMORY")) {
      return Optional.of(Clause.NO_INMEMORY);
    }
    if (cursor.accept("INMEMORY")) {
      InMemoryParser.options(cursor);
      return Optional.of(Clause.INMEMORY);
    }
    return Optional.empty();
  }
}
