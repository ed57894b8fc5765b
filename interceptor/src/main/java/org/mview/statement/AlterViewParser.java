package org.mview.statement;

import static org.mview.error.MViewError.CLAUSES_EXCLUDE_EACH_OTHER;
import static org.mview.error.MViewError.NOT_IN_ALTER;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ALTER MATERIALIZED VIEW …}, from the name on; its clauses in any order. */
final class AlterViewParser {
  /** Only CREATE may say these. */
  private static final List<Clause> NOT_LATER =
      List.of(
          Clause.ON_PREBUILT_TABLE,
          Clause.BUILD_IMMEDIATE,
          Clause.BUILD_DEFERRED,
          Clause.USING_NO_INDEX,
          Clause.FOR_UPDATE,
          Clause.NEVER_REFRESH,
          Clause.ORGANIZATION_INDEX);

  /** Items of REFRESH that only CREATE may say. */
  private static final List<Clause> NO_LATER_ITEM =
      List.of(Clause.ON_STATEMENT, Clause.WITH_ROWID, Clause.WITH_OBJECT_ID);

  private final Cursor cursor;
  private final GivenClauses given = new GivenClauses();
  private final AlterStorageParser storage;
  private final RefreshParser refresh;
  private final ViewUseParser use;

  private AlterViewParser(Cursor cursor) {
    this.cursor = cursor;
    this.storage = new AlterStorageParser(cursor, given);
    this.refresh = new RefreshParser(cursor, given);
    this.use = new ViewUseParser(cursor, given);
  }

  static Command parse(Cursor cursor) {
    boolean ifExists = Names.acceptIfExists(cursor);
    QualifiedName name = Names.qualifiedName(cursor, "the name of a materialized view");
    if (NativeViewAction.isNext(cursor)) {
      return new AlterNativeView(name, NativeViewAction.parse(cursor));
    }
    Optional<ConstraintChange> constraint = ConstraintParser.acceptOrRefuse(cursor);
    if (constraint.isPresent()) {
      return AlterMaterializedView.of(name, ifExists, constraint.get());
    }
    return new AlterViewParser(cursor).parse(name, ifExists);
  }

  private AlterMaterializedView parse(QualifiedName name, boolean ifExists) {
    do {
      refuseWhatOnlyCreateMaySay();
      if (!acceptClause()) {
        throw cursor.unexpected(
            "a clause of ALTER MATERIALIZED VIEW, or the change of a constraint");
      }
    } while (!cursor.atEnd());
    refuseItemsThatOnlyCreateMaySay();
    refuseScopeBesideOthers();
    return new AlterMaterializedView(
        name, ifExists, refresh.clause(), actions(), given.storage(), Optional.empty());
  }

  private boolean acceptClause() {
    return storage.accept()
        || refresh.accept()
        || use.accept()
        || given.accept(cursor, Clause.COMPILE)
        || given.accept(cursor, Clause.CONSIDER_FRESH);
  }

  private void refuseWhatOnlyCreateMaySay() {
    for (Clause clause : NOT_LATER) {
      if (cursor.at(clause.keywords())) {
        throw NOT_IN_ALTER.of(clause);
      }
    }
    if (cursor.at("AS")) {
      throw NOT_IN_ALTER.of("a defining query");
    }
  }

  private void refuseItemsThatOnlyCreateMaySay() {
    for (Clause clause : NO_LATER_ITEM) {
      if (given.has(clause)) {
        throw NOT_IN_ALTER.of(clause);
      }
    }
  }

  /** The scope of a reference is changed by a statement of its own. */
  private void refuseScopeBesideOthers() {
    if (given.has(Clause.SCOPE_FOR) && !given.areAllAmong(Set.of(Clause.SCOPE_FOR))) {
      throw CLAUSES_EXCLUDE_EACH_OTHER.of("MODIFY " + Clause.SCOPE_FOR, "another clause");
    }
  }

  private Set<ViewAction> actions() {
    return EnumSet.allOf(ViewAction.class).stream()
        .filter(action -> given.has(action.clause()))
        .collect(Collectors.toSet());
  }
}
