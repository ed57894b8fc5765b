package org.mview.statement;

import java.util.Optional;
import org.mview.statement.Token.Kind;

/** {@code COMMENT ON …}, from behind ON. */
final class CommentParser {
  private CommentParser() {}

  static Optional<Command> parse(Cursor cursor) {
    if (Names.acceptMaterializedView(cursor)) {
      return Optional.of(onView(cursor));
    }
    if (cursor.accept("TABLE")) {
      Optional<QualifiedName> table = Names.acceptQualifiedName(cursor);
      Optional<String> comment = comment(cursor);
      return table.flatMap(name -> comment.map(text -> new CommentOnTable(name, text)));
    }
    return cursor.accept("COLUMN") ? onColumn(cursor) : Optional.empty();
  }

  private static Command onView(Cursor cursor) {
    QualifiedName name = Names.qualifiedName(cursor, "the name of a materialized view");
    cursor.expect("IS");
    String comment = cursor.accept("NULL") ? "" : cursor.string();
    cursor.expectEnd();
    return new CommentOnMaterializedView(name, comment);
  }

  private static Optional<Command> onColumn(Cursor cursor) {
    Optional<QualifiedName> path = Names.acceptQualifiedName(cursor);
    Optional<QualifiedName> table = path.flatMap(QualifiedName::owner);
    Optional<String> comment = comment(cursor);
    return path.isEmpty() || table.isEmpty() || comment.isEmpty()
        ? Optional.empty()
        : Optional.of(new CommentOnColumn(table.get(), path.get().name(), comment.get()));
  }

  /** IS and a comment, and nothing more. */
  private static Optional<String> comment(Cursor cursor) {
    if (!cursor.accept("IS")) {
      return Optional.empty();
    }
    Optional<String> comment =
        cursor.accept("NULL")
            ? Optional.of("")
            : Optional.of(Kind.STRING).filter(cursor::at).map(string -> cursor.string());
    return comment.filter(any -> cursor.atEnd());
  }
}
