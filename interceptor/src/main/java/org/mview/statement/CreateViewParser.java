package org.mview.statement;

import static org.mview.error.MViewError.COLUMN_GIVEN_TWICE;
import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.BuildMode;

/** {@code CREATE MATERIALIZED VIEW …}, from the name on; the clauses before AS in any order. */
final class CreateViewParser {
  /** A text with no other clause than these is PostgreSQL's, too. */
  private static final Set<Clause> POSTGRESQL =
      Set.of(
          Clause.COLUMN_LIST,
          Clause.TABLESPACE,
          Clause.ACCESS_METHOD,
          Clause.STORAGE_PARAMETERS,
          Clause.WITH_DATA,
          Clause.WITH_NO_DATA);

  private final Cursor cursor;
  private final GivenClauses given = new GivenClauses();
  private final StorageParser storage;
  private final IndexOrganizationParser organization;
  private final RefreshParser refresh;
  private final ViewUseParser use;
  private final Set<ViewOption> options = EnumSet.noneOf(ViewOption.class);
  private List<Name> columns = List.of();

  private CreateViewParser(Cursor cursor) {
    this.cursor = cursor;
    this.storage = new StorageParser(cursor, given);
    this.organization = new IndexOrganizationParser(cursor, given, storage);
    this.refresh = new RefreshParser(cursor, given);
    this.use = new ViewUseParser(cursor, given);
  }

  static CreateMaterializedView parse(Cursor cursor) {
    return new CreateViewParser(cursor).parse();
  }

  private CreateMaterializedView parse() {
    boolean ifNotExists = Names.acceptIfNotExists(cursor);
    QualifiedName name = Names.qualifiedName(cursor, "the name of a materialized view");
    while (!cursor.accept("AS")) {
      if (!acceptClause()) {
        throw cursor.unexpected("a clause of CREATE MATERIALIZED VIEW, or AS and a query");
      }
    }
    SourceText query = DefiningQuery.parse(cursor, given);
    return new CreateMaterializedView(
        name,
        ifNotExists,
        columns,
        build(),
        refresh.clause(),
        options(),
        given.storage(),
        given.areAllAmong(POSTGRESQL),
        query);
  }

  private boolean acceptClause() {
    return acceptColumns()
        || acceptType()
        || acceptPrebuilt()
        || acceptIndex()
        || storage.acceptAny()
        || organization.accept()
        || acceptBuild()
        || given.accept(cursor, Clause.FOR_UPDATE)
        || refresh.accept()
        || use.accept()
        || acceptStorageParameters()
        || refuseAnnotations();
  }

  private boolean acceptBuild() {
    boolean build =
        given.accept(cursor, Clause.BUILD_IMMEDIATE) || given.accept(cursor, Clause.BUILD_DEFERRED);
    if (!build && cursor.accept("BUILD")) {
      throw cursor.unexpected("IMMEDIATE or DEFERRED");
    }
    return build;
  }

  private boolean acceptColumns() {
    if (!cursor.accept("(")) {
      return false;
    }
    given.add(Clause.COLUMN_LIST);
    List<Name> names = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    do {
      if (!acceptScope()) {
        Name name = Names.name(cursor, "a column");
        if (!distinct.add(name.comparable())) {
          throw COLUMN_GIVEN_TWICE.of(name);
        }
        names.add(name);
        acceptEncryption();
      }
    } while (cursor.accept(","));
    cursor.expect(")");
    columns = List.copyOf(names);
    return true;
  }

  private boolean acceptScope() {
    int start = cursor.offset();
    boolean accepted = ColumnClauses.acceptScope(cursor);
    if (accepted) {
      given.add(Clause.SCOPE_FOR, cursor.since(start));
    }
    return accepted;
  }

  private void acceptEncryption() {
    int start = cursor.offset();
    if (ColumnClauses.acceptEncryption(cursor)) {
      given.add(Clause.ENCRYPT, cursor.since(start));
    }
  }

  private boolean acceptType() {
    int start = cursor.offset();
    if (!cursor.accept("OF")) {
      return false;
    }
    Names.qualifiedName(cursor, "the name of a type");
    given.add(Clause.OF_TYPE, cursor.since(start));
    return true;
  }

  private boolean acceptPrebuilt() {
    if (!given.accept(cursor, Clause.ON_PREBUILT_TABLE)) {
      return false;
    }
    if (cursor.accept("WITH", "REDUCED", "PRECISION")) {
      options.add(ViewOption.REDUCED_PRECISION);
    } else {
      cursor.accept("WITHOUT", "REDUCED", "PRECISION");
    }
    return true;
  }

  /** USING [NO] INDEX; or PostgreSQL's USING, with which a table's access method is named. */
  private boolean acceptIndex() {
    int start = cursor.offset();
    if (given.accept(cursor, Clause.USING_NO_INDEX)) {
      options.add(ViewOption.NO_INDEX);
      return true;
    }
    if (cursor.at("USING", "INDEX")) {
      IndexAttributes.parse(cursor, given);
      return true;
    }
    if (!cursor.accept("USING")) {
      return false;
    }
    Name method = Names.name(cursor, "INDEX, NO INDEX or an access method");
    given.add(Clause.ACCESS_METHOD, cursor.since(start), Optional.of(method));
    return true;
  }

  private boolean acceptStorageParameters() {
    int start = cursor.offset();
    if (!cursor.at("WITH", "(")) {
      return false;
    }
    cursor.expect("WITH");
    cursor.parenthesis();
    given.add(Clause.STORAGE_PARAMETERS, cursor.since(start));
    return true;
  }

  private boolean refuseAnnotations() {
    if (cursor.at("ANNOTATIONS")) {
      throw NOT_SUPPORTED.of("ANNOTATIONS", "leave the clause out");
    }
    return false;
  }

  private BuildMode build() {
    if (given.has(Clause.ON_PREBUILT_TABLE)) {
      return BuildMode.PREBUILT;
    }
    return given.has(Clause.BUILD_DEFERRED) || given.has(Clause.WITH_NO_DATA)
        ? BuildMode.DEFERRED
        : BuildMode.IMMEDIATE;
  }

  private Set<ViewOption> options() {
    if (given.has(Clause.FOR_UPDATE)) {
      options.add(ViewOption.FOR_UPDATE);
    }
    if (given.has(Clause.ENABLE_ON_QUERY_COMPUTATION)) {
      options.add(ViewOption.ON_QUERY_COMPUTATION);
    }
    if (given.has(Clause.ENABLE_QUERY_REWRITE)) {
      options.add(ViewOption.QUERY_REWRITE);
    }
    if (given.has(Clause.ENABLE_CONCURRENT_REFRESH)) {
      options.add(ViewOption.CONCURRENT_REFRESH);
    }
    return options;
  }
}
