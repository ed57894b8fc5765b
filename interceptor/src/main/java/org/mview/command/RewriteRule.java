package org.mview.command;

import static org.mview.error.MViewError.REWRITE_NOT_DETERMINISTIC;
import static org.mview.error.MViewError.REWRITE_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.MasterReference;
import org.mview.catalog.MasterReference.Kind;
import org.mview.dialect.Functions;
import org.mview.sql.QualifiedName;
import org.mview.statement.MentionedCall;
import org.mview.statement.query.Language;

/**
 * ENABLE QUERY REWRITE: only a query that gives the same rows at any time and in any session can be
 * put in the place of another.
 */
final class RewriteRule {
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "lastval");

  private final Work work;
  private final QualifiedName view;

  RewriteRule(Work work, QualifiedName view) {
    this.work = work;
    this.view = view;
  }

  /**
   * Checks a query that the database takes.
   *
   * @throws org.mview.error.MViewException REWRITE_NOT_POSSIBLE, REWRITE_NOT_DETERMINISTIC
   */
  void check(String query, List<MasterReference> masters) throws SQLException {
    for (MasterReference master : masters) {
      check(master);
    }
    Functions functions = work.database().dialect().functions();
    for (MentionedCall call :
        MentionedCall.of(query, Language.of(work.database().dialect()).rules())) {
      check(call, functions);
    }
    Optional<String> unstable = functions.unstable(work.database().connection(), query);
    if (unstable.isPresent()) {
      throw REWRITE_NOT_POSSIBLE.of(view, unstable.get());
    }
  }

  private void check(MasterReference master) {
    boolean strict = work.options().compatibility() == Options.Compatibility.ORACLE;
    if (master.kind() == Kind.UNWATCHED) {
      throw REWRITE_NOT_POSSIBLE.of(
          view, "changes of table %s cannot be seen".formatted(master.name()));
    } else if (master.kind() == Kind.VIEW && strict) {
      throw REWRITE_NOT_POSSIBLE.of(view, "it reads view %s".formatted(master.name()));
    }
  }

  private void check(MentionedCall call, Functions functions) throws SQLException {
    String name = call.name().toLowerCase(Locale.ROOT);
    if (!call.hasParentheses()) {
      if (functions.ofTheMoment().contains(name)) {
        throw REWRITE_NOT_POSSIBLE.of(
            view, "%s is another value at another time".formatted(call.name()));
      }
    } else if (OF_SEQUENCES.contains(name)) {
      throw REWRITE_NOT_POSSIBLE.of(view, "%s changes a sequence".formatted(call.name()));
    } else if (functions.kind(work.database().connection(), name, call.arguments())
        == Functions.Kind.VOLATILE) {
      throw REWRITE_NOT_DETERMINISTIC.of(view, call.name());
    }
  }
}
