package org.mview.session;

import static org.mview.error.MViewError.FRESH_ROWS_NOT_POSSIBLE;
import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.OnQuery;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.CommandParser;
import org.mview.statement.FreshRead;
import org.mview.statement.LexicalRules;
import org.mview.statement.Words;

/**
 * Puts, into texts with the hint FRESH_MV, the query that computes a real-time view in the place of
 * its name. All else stays, byte for byte, but for the hint itself: MySQL warns of those that it
 * does not know.
 */
final class FreshTexts {
  /** What would keep our query for ever. */
  private static final Set<String> KEEPING = Set.of("VIEW", "TRIGGER", "FUNCTION", "PROCEDURE");

  private final Database database;
  private final LexicalRules rules;

  FreshTexts(Database database, LexicalRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** The text to run; each is made once, as long as what is known of the views holds. */
  String of(String sql, Knowledge known) throws SQLException {
    String made = known.fresh().get(sql);
    if (made == null) {
      made = made(sql, known);
      known.keep(sql, made);
    }
    return made;
  }

  private String made(String sql, Knowledge known) throws SQLException {
    if (isOurs(sql)) {
      return sql;
    }
    List<FreshRead> reads = FreshRead.in(sql, rules);
    StringBuilder text = new StringBuilder(FreshRead.withoutHints(sql, rules));
    for (int i = reads.size() - 1; i >= 0; i--) {
      FreshRead read = reads.get(i);
      Optional<View> view = view(read, known);
      if (view.isPresent()) {
        refuseToKeep(sql);
        String query = query(view.get(), known);
        String called = read.called() ? "" : " AS " + sql.substring(read.last(), read.end());
        text.replace(read.start(), read.end(), "(" + query + ")" + called);
      }
    }
    return text.toString();
  }

  /** The query that computes a view, which the database takes. */
  private String query(View view, Knowledge known) throws SQLException {
    String query = known.onQuery().get(view.id());
    if (query == null) {
      List<CompiledView> parts = parts(view, known);
      try {
        query = OnQuery.of(parts, known.catalog(), database).text();
      } catch (SQLException e) {
        throw FRESH_ROWS_NOT_POSSIBLE.of(view.name(), e.getMessage()).because(e);
      }
      known.onQuery().put(view.id(), query);
    }
    return query;
  }

  /** The inner views of a view, and the view. */
  private List<CompiledView> parts(View view, Knowledge known) throws SQLException {
    try {
      List<CompiledView> parts = new ArrayList<>();
      for (View inner : known.catalog().innerViews(view)) {
        parts.add(known.compiled(inner, database));
      }
      parts.add(known.compiled(view, database));
      return parts;
    } catch (SQLException | MViewException e) {
      throw FRESH_ROWS_NOT_POSSIBLE.of(view.name(), e.getMessage()).because(e);
    }
  }

  /** The view that is meant, if it is computed when a query asks for it. */
  private Optional<View> view(FreshRead read, Knowledge known) throws SQLException {
    Optional<String> schema =
        read.name()
            .schema()
            .map(s -> s.identifier(database.dialect().fold()))
            .map(Identifier::text);
    Optional<View> view =
        known.catalog().view(name(read)).filter(found -> found.properties().onQuery());
    return view.isEmpty() || schema.isEmpty() || schema.get().equalsIgnoreCase(database.home())
        ? view
        : Optional.empty();
  }

  private static QualifiedName name(FreshRead read) {
    return QualifiedName.of(read.name().name().text());
  }

  /** A query of a view of ours reads the others as they are stored. */
  private boolean isOurs(String sql) {
    return CommandParser.mayBeOurs(sql) && new CommandParser(rules).parse(sql).isPresent();
  }

  private static void refuseToKeep(String sql) {
    List<String> words =
        Words.of(sql).stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .takeWhile(word -> !word.equals("AS") && !word.equals("BEGIN"))
            .toList();
    boolean creates = words.stream().findFirst().filter("CREATE"::equals).isPresent();
    if (creates && words.stream().anyMatch(KEEPING::contains)) {
      throw NOT_SUPPORTED.of(
          "the hint FRESH_MV in what is kept", "give it in the query that reads the view");
    }
  }
}
