package org.mview.statement.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.delta.Reason;

/** Reads the defining query of a view. */
public final class DefiningQuery {
  private DefiningQuery() {}

  /**
   * The query as algebra, or why it cannot be.
   *
   * @param language in which the text is written
   * @param masters finds what the names in FROM stand for
   * @param functions finds what kind of functions it calls
   */
  public static Understanding of(
      String sql, Language language, Masters masters, FunctionKinds functions) throws SQLException {
    QueryParser parser = new QueryParser(language);
    Optional<Select> select = parser.parse(sql);
    if (select.isEmpty()) {
      return unclear(
          new Reason(parser.excess(sql).orElse("the syntax of the query is not understood")));
    }
    SelectBinder binder = new SelectBinder(masters, functions, parser);
    try {
      SelectBinder.Bound bound = binder.bind(select.get());
      if (!readsTable(bound.relation())) {
        return unclear(new Reason("the query reads no table"));
      }
      Closed.check(bound.relation());
      return new Understanding.Clear(bound.relation(), bound.names());
    } catch (NotUnderstood e) {
      return unclear(e.reason(binder.symbols()));
    } catch (StackOverflowError e) { // nothing is left of what was being made
      return unclear(new Reason("the query is too deep for the stack of this thread"));
    }
  }

  private static boolean readsTable(Relation relation) {
    return relation instanceof Scan
        || relation.inputs().stream().anyMatch(DefiningQuery::readsTable);
  }

  private static Understanding unclear(Reason reason) {
    return new Understanding.Unclear(List.of(reason));
  }
}
