package org.mview.statement.query;

import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.IntersectOp;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import org.mview.statement.LexicalRules;
import org.mview.statement.ParserSpelling;
import org.mview.statement.QuerySize;

/**
 * The parser library, on the caller's thread: its convenient entries start a thread for each text.
 *
 * <p>A text that it does not take is an answer, not an error. Nor is it taken when the library
 * stops before the end: it then would have read another, shorter query.
 */
final class QueryParser {
  private final Language language;

  QueryParser(Language language) {
    this.language = language;
  }

  /** How the database reads what is parsed. */
  Language language() {
    return language;
  }

  /** Whether an operator is taken before those at its left. */
  boolean takesFirst(SetOperation operation) {
    return language.intersectsFirst() && operation instanceof IntersectOp;
  }

  Optional<Select> parse(String sql) {
    if (excess(sql).isPresent()) {
      return Optional.empty();
    }
    try {
      String spelt = ParserSpelling.of(sql, language.rules(), language.fold());
      CCJSqlParser parser = new CCJSqlParser(new StringProvider(spelt));
      boolean brackets = language.rules().equals(LexicalRules.SQLITE);
      Statement statement = parser.withSquareBracketQuotation(brackets).SingleStatement();
      return statement instanceof Select select && isAtEnd(parser)
          ? Optional.of(select)
          : Optional.empty();
    } catch (ParseException | TokenMgrException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static boolean isAtEnd(CCJSqlParser parser) {
    Token next = parser.getNextToken();
    while (next.kind == CCJSqlParserConstants.ST_SEMICOLON) {
      next = parser.getNextToken();
    }
    return next.kind == CCJSqlParserConstants.EOF;
  }

  /** Of what a text has too much to be parsed. */
  Optional<String> excess(String sql) {
    return QuerySize.excess(sql, language.rules());
  }
}
