package org.mview.statement;

import static org.mview.error.MViewError.CLAUSES_EXCLUDE_EACH_OTHER;

import java.util.Optional;
import java.util.Set;
import org.mview.statement.Token.Kind;

/** The clauses about storage of ALTER, one at a time. */
final class AlterStorageParser {
  private static final Set<String> PARTITION_VERBS =
      Set.of(
          "ADD",
          "COALESCE",
          "DROP",
          "EXCHANGE",
          "MERGE",
          "MODIFY",
          "MOVE",
          "RENAME",
          "SPLIT",
          "TRUNCATE");

  private static final Set<String> PARTITIONS =
      Set.of("PARTITION", "PARTITIONS", "SUBPARTITION", "SUBPARTITIONS");

  /** What may follow ENABLE and DISABLE when it is about the view. */
  private static final Set<String> USES = Set.of("QUERY", "ON", "CONCURRENT");

  private final Cursor cursor;
  private final GivenClauses given;
  private final StorageParser storage;
  private final IndexOrganizationParser organization;

  AlterStorageParser(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
    this.storage = new StorageParser(cursor, given);
    this.organization = new IndexOrganizationParser(cursor, given, storage);
  }

  boolean accept() {
    if (cursor.at("USING", "INDEX")) {
      IndexAttributes.parse(cursor, given);
      return true;
    }
    int start = cursor.offset();
    Optional<Clause> clause = clause();
    clause.ifPresent(some -> given.add(some, cursor.since(start)));
    return clause.isPresent() || storage.acceptAttribute() || organization.acceptPart();
  }

  private Optional<Clause> clause() {
    if (atPartitionChange()) {
      return partitionChange();
    }
    if (cursor.accept("MODIFY")) {
      return modification();
    }
    if (cursor.accept("ALLOCATE", "EXTENT")) {
      if (cursor.at("(")) {
        cursor.parenthesis();
      }
      return Optional.of(Clause.ALLOCATE_EXTENT);
    }
    if (cursor.accept("DEALLOCATE", "UNUSED")) {
      if (cursor.accept("KEEP")) {
        StorageOptions.size(cursor);
      }
      return Optional.of(Clause.DEALLOCATE_UNUSED);
    }
    if (cursor.accept("SHRINK", "SPACE")) {
      cursor.accept("COMPACT");
      cursor.accept("CASCADE");
      return Optional.of(Clause.SHRINK_SPACE);
    }
    return organization();
  }

  private Optional<Clause> organization() {
    if (cursor.accept("ADD", "OVERFLOW")) {
      StorageParser.segment(cursor);
      return Optional.of(Clause.OVERFLOW);
    }
    if (cursor.accept("MOVE")) {
      StorageParser.segment(cursor);
      return Optional.of(Clause.MOVE);
    }
    return cursor.accept("COALESCE")
        ? Optional.of(Clause.COALESCE)
        : LargeObjectParser.accept(cursor);
  }

  private Optional<Clause> modification() {
    if (cursor.accept("LOB")) {
      cursor.parenthesis();
      cursor.parenthesis();
      return Optional.of(Clause.LOB_STORAGE);
    }
    if (cursor.at("SCOPE")) {
      return Optional.of(scope());
    }
    cursor.expect("(");
    Clause clause = cursor.at("SCOPE", "FOR") ? scope() : encryption();
    cursor.expect(")");
    return Optional.of(clause);
  }

  private Clause scope() {
    if (!ColumnClauses.acceptScope(cursor)) {
      throw cursor.unexpected("SCOPE FOR (column) IS table");
    }
    return Clause.SCOPE_FOR;
  }

  private Clause encryption() {
    Names.name(cursor, "a column");
    if (cursor.accept("DECRYPT")) {
      return Clause.DECRYPT;
    }
    if (!ColumnClauses.acceptEncryption(cursor)) {
      throw cursor.unexpected("ENCRYPT or DECRYPT");
    }
    return Clause.ENCRYPT;
  }

  private boolean atPartitionChange() {
    boolean verb = cursor.atAny(PARTITION_VERBS);
    boolean partition = verb && PARTITIONS.contains(cursor.peek(1).keyword());
    return partition
        || cursor.at("MODIFY", "DEFAULT", "ATTRIBUTES")
        || cursor.at("SET", "INTERVAL")
        || cursor.at("SET", "SUBPARTITION", "TEMPLATE");
  }

  /** All up to the next clause that is about the view and not about a partition. */
  private Optional<Clause> partitionChange() {
    int depth = 0;
    while (depth > 0 || !(cursor.atEnd() || atClauseOfView())) {
      if (cursor.at("LOB", "(")) {
        throw CLAUSES_EXCLUDE_EACH_OTHER.of(Clause.PARTITION_CHANGE, Clause.LOB_STORAGE);
      }
      if (cursor.at(Kind.END) || cursor.at(Kind.UNTERMINATED) || cursor.at(";")) {
        throw cursor.unexpected(depth > 0 ? ")" : "the end of the statement");
      }
      Token token = cursor.next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return Optional.of(Clause.PARTITION_CHANGE);
  }

  private boolean atClauseOfView() {
    return cursor.at("REFRESH")
        || cursor.at("COMPILE")
        || cursor.at("CONSIDER", "FRESH")
        || cursor.at("EVALUATE", "USING")
        || (cursor.atAny(Set.of("ENABLE", "DISABLE")) && USES.contains(cursor.peek(1).keyword()));
  }
}
