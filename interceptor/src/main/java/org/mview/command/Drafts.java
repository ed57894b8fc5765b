package org.mview.command;

import static org.mview.error.MViewError.QUERY_NOT_VALID;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.BuildMode;
import org.mview.catalog.RefreshMethod;
import org.mview.database.Database;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.Explained;
import org.mview.statement.Name;
import org.mview.statement.QualifiedName;
import org.mview.statement.RefreshClause;
import org.mview.statement.ViewOption;

/**
 * The statements by which the view of a text is made for a look at it: under a name that is free,
 * and without its rows.
 */
final class Drafts {
  /** These decide how a view is kept. */
  private static final Set<ViewOption> DECISIVE =
      Set.of(ViewOption.NO_INDEX, ViewOption.FOR_UPDATE);

  private final CreateMaterializedView create;
  private final QualifiedName name;
  private final List<Name> columns;

  private Drafts(CreateMaterializedView create, QualifiedName name, List<Name> columns) {
    this.create = create;
    this.name = name;
    this.columns = columns;
  }

  static Drafts of(Explained.Text text, Database database) throws SQLException {
    CreateMaterializedView create = text.create();
    QualifiedName given = create.name();
    String free = new FreeNames(database).of(given.name().text()).name().text();
    return new Drafts(
        create,
        new QualifiedName(given.qualifiers(), new Name(free, true)),
        text.named() ? create.columns() : columns(create.query().text(), database));
  }

  /** The same view, of which no rows are made. */
  static CreateMaterializedView deferred(CreateMaterializedView create) {
    return new CreateMaterializedView(
        create.name(),
        false,
        create.columns(),
        BuildMode.DEFERRED,
        create.refresh(),
        create.options(),
        List.of(),
        create.plain(),
        create.query());
  }

  /** Names that differ, also for a query that gives none. */
  private static List<Name> columns(String query, Database database) throws SQLException {
    List<Name> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    try {
      for (String label : database.columns(query)) {
        boolean isNew = !label.isEmpty() && taken.add(label.toLowerCase(Locale.ROOT));
        names.add(new Name(isNew ? label : "column " + (names.size() + 1), true));
      }
    } catch (SQLException e) {
      throw QUERY_NOT_VALID.of("query", e.getMessage()).because(e);
    }
    return names;
  }

  /** With all its clauses. */
  CreateMaterializedView asGiven() {
    return with(
        create.build() == BuildMode.IMMEDIATE ? BuildMode.DEFERRED : create.build(),
        create.refresh(),
        create.options());
  }

  /** Without what could be refused, as far as it does not decide how the view is kept. */
  CreateMaterializedView lenient() {
    RefreshMethod method =
        create.method() == RefreshMethod.FAST ? RefreshMethod.FORCE : create.method();
    Set<ViewOption> options = new HashSet<>(create.options());
    options.retainAll(DECISIVE);
    RefreshClause refresh =
        new RefreshClause(
            Optional.of(method),
            create.mode(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return with(BuildMode.DEFERRED, refresh, options);
  }

  private CreateMaterializedView with(
      BuildMode build, RefreshClause refresh, Set<ViewOption> options) {
    return new CreateMaterializedView(
        name, false, columns, build, refresh, options, List.of(), create.plain(), create.query());
  }
}
