package org.mview.statement;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.Optional;
import org.mview.error.MViewException;

/**
 * Reads the statements that are ours: SQL text to a {@code Command}.
 *
 * <p>Holds no state: any thread may use it at any time.
 */
public final class CommandParser {
  private final LexicalRules rules;

  /**
   * A parser of texts as this database reads them.
   *
   * @param rules what is a string, a quoted name and a comment there
   */
  public CommandParser(LexicalRules rules) {
    this.rules = rules;
  }

  /**
   * Whether a text may be a statement of ours, from its first two words: if not, it need not be
   * parsed. Costs a few comparisons and no memory.
   */
  public static boolean mayBeOurs(String sql) {
    return FirstWords.mayBeOurs(sql);
  }

  /**
   * The statement of ours that a text is; empty when it is none, whatever else it may be.
   *
   * @param sql one statement, with or without a terminator and comments around it
   * @throws MViewException SYNTAX, CLAUSE_GIVEN_TWICE, CALL_NOT_VALID …, when the text begins as
   *     only a statement of ours does, and then is none
   */
  public Optional<Command> parse(String sql) {
    return mayBeOurs(sql) ? parse(new Cursor(sql, rules)) : Optional.empty();
  }

  private static Optional<Command> parse(Cursor cursor) {
    if (cursor.accept("CREATE")) {
      return create(cursor);
    }
    if (cursor.accept("ALTER")) {
      return alter(cursor);
    }
    if (cursor.accept("DROP")) {
      return drop(cursor);
    }
    if (cursor.accept("REFRESH", "MATERIALIZED", "VIEW")) {
      return Optional.of(ViewParser.refresh(cursor));
    }
    if (cursor.accept("EXPLAIN")) {
      return ExplainParser.parse(cursor);
    }
    if (cursor.accept("CHECK") || cursor.at("REPAIR")) {
      return CheckParser.parse(cursor);
    }
    if (cursor.accept("COMMENT", "ON")) {
      return CommentParser.parse(cursor);
    }
    if (cursor.accept("TRUNCATE")) {
      return TableParser.truncate(cursor);
    }
    if (cursor.at("GRANT") || cursor.at("REVOKE")) {
      return PrivilegeParser.parse(cursor);
    }
    return call(cursor);
  }

  private static Optional<Command> call(Cursor cursor) {
    if (cursor.accept("EXEC") || cursor.accept("EXECUTE")) {
      return BlockParser.execute(cursor);
    }
    if (cursor.accept("CALL")) {
      return BlockParser.call(cursor);
    }
    if (cursor.accept("{")) {
      return BlockParser.escape(cursor);
    }
    return cursor.at("BEGIN") || cursor.at("DECLARE")
        ? BlockParser.block(cursor)
        : Optional.empty();
  }

  private static Optional<Command> create(Cursor cursor) {
    if (Names.acceptMaterializedView(cursor)) {
      return Optional.of(
          LogParser.isNext(cursor, true)
              ? LogParser.create(cursor)
              : CreateViewParser.parse(cursor));
    }
    if (cursor.accept("OR", "REPLACE") && Names.acceptMaterializedView(cursor)) {
      throw NOT_SUPPORTED.of("CREATE OR REPLACE MATERIALIZED VIEW", "drop the view first");
    }
    if (LinkParser.isNext(cursor)) {
      return Optional.of(LinkParser.create(cursor));
    }
    if (cursor.accept("DIMENSION")) {
      return Optional.of(DimensionParser.create(cursor));
    }
    if (cursor.accept("TABLE")) {
      return TableParser.create(cursor);
    }
    if (cursor.accept("INDEX")) {
      return IndexParser.create(cursor, CreateIndex.Kind.NORMAL);
    }
    if (cursor.accept("UNIQUE", "INDEX")) {
      return IndexParser.create(cursor, CreateIndex.Kind.UNIQUE);
    }
    return cursor.accept("BITMAP", "INDEX")
        ? IndexParser.create(cursor, CreateIndex.Kind.BITMAP)
        : Optional.empty();
  }

  private static Optional<Command> alter(Cursor cursor) {
    if (Names.acceptMaterializedView(cursor)) {
      return Optional.of(
          LogParser.isNext(cursor, false)
              ? LogParser.alter(cursor)
              : AlterViewParser.parse(cursor));
    }
    if (cursor.accept("TABLE")) {
      return TableParser.alter(cursor);
    }
    if (cursor.accept("SESSION")) {
      return SessionParser.parse(cursor, AlterSession.Scope.SESSION);
    }
    if (cursor.accept("SYSTEM")) {
      return SessionParser.parse(cursor, AlterSession.Scope.SYSTEM);
    }
    if (LinkParser.isNext(cursor)) {
      return Optional.of(LinkParser.alter(cursor));
    }
    return cursor.accept("DIMENSION")
        ? Optional.of(DimensionParser.alter(cursor))
        : Optional.empty();
  }

  private static Optional<Command> drop(Cursor cursor) {
    if (Names.acceptMaterializedView(cursor)) {
      return Optional.of(
          LogParser.isNext(cursor, false) ? LogParser.drop(cursor) : ViewParser.drop(cursor));
    }
    if (cursor.accept("TABLE") || cursor.accept("VIEW")) {
      return TableParser.drop(cursor);
    }
    if (cursor.accept("INDEX")) {
      return IndexParser.drop(cursor);
    }
    if (LinkParser.isNext(cursor)) {
      return Optional.of(LinkParser.drop(cursor));
    }
    return cursor.accept("DIMENSION")
        ? Optional.of(DimensionParser.drop(cursor))
        : Optional.empty();
  }
}
