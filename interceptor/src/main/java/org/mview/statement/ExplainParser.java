package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.BuildMode;

/** EXPLAIN of what is ours, and the texts that a call explains. */
final class ExplainParser {
  private static final String VIEW = "the name of a materialized view, or AS and a query";

  /** Stands for the name of a view that has none. */
  private static final QualifiedName NAMELESS = QualifiedName.of(Name.of("query"));

  private ExplainParser() {}

  /** Behind EXPLAIN; empty when what follows is the database's own. */
  static Optional<Command> parse(Cursor cursor) {
    if (cursor.accept("CREATE")) {
      return isCreateNext(cursor)
          ? Optional.of(new ExplainMaterializedView(create(cursor)))
          : Optional.empty();
    }
    return Names.acceptMaterializedView(cursor)
        ? Optional.of(new ExplainMaterializedView(viewOrQuery(cursor)))
        : Optional.empty();
  }

  private static Explained viewOrQuery(Cursor cursor) {
    return cursor.accept("AS") ? query(cursor) : existing(cursor, VIEW);
  }

  /** A text by itself. */
  static Explained text(Cursor cursor) {
    if (cursor.accept("CREATE") && isCreateNext(cursor)) {
      return create(cursor);
    }
    boolean query =
        cursor.at("SELECT") || cursor.at("WITH") || cursor.at("VALUES") || cursor.at("(");
    return query
        ? query(cursor)
        : existing(cursor, "the name of a materialized view, a query, or CREATE MATERIALIZED VIEW");
  }

  private static Explained existing(Cursor cursor, String expected) {
    QualifiedName name = Names.qualifiedName(cursor, expected);
    cursor.expectEnd();
    return new Explained.Existing(name);
  }

  private static boolean isCreateNext(Cursor cursor) {
    return Names.acceptMaterializedView(cursor) && !LogParser.isNext(cursor, true);
  }

  private static Explained create(Cursor cursor) {
    return new Explained.Text(CreateViewParser.parse(cursor), true);
  }

  private static Explained query(Cursor cursor) {
    SourceText query = DefiningQuery.parse(cursor, new GivenClauses());
    CreateMaterializedView create =
        new CreateMaterializedView(
            NAMELESS,
            false,
            List.of(),
            BuildMode.IMMEDIATE,
            RefreshClause.NONE,
            Set.of(),
            List.of(),
            true,
            query);
    return new Explained.Text(create, false);
  }
}
