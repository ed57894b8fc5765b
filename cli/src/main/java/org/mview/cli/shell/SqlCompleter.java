package org.mview.cli.shell;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes keywords and names; the names are read when they are first wanted. */
final class SqlCompleter implements Completer {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$#]*");

  private static final Pattern CHANGES_NAMES =
      Pattern.compile("(?i)\\s*(CREATE|DROP|ALTER|RENAME)\\b");

  private final Connection connection;
  private Optional<Set<String>> names = Optional.empty();

  SqlCompleter(Connection connection) {
    this.connection = connection;
  }

  /** A statement has run: the names may no longer be right. */
  void ran(String sql) {
    if (CHANGES_NAMES.matcher(sql).lookingAt()) {
      names = Optional.empty();
    }
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.word().substring(0, line.wordCursor());
    String previous = line.wordIndex() == 0 ? "" : line.words().get(line.wordIndex() - 1);
    Candidates.of(previous, typed, names()).stream().map(Candidate::new).forEach(candidates::add);
  }

  /**
   * Where the names cannot be read there are just the keywords: the user asked for no statement.
   */
  private Set<String> names() {
    if (names.isEmpty()) {
      try {
        names = Optional.of(read(connection));
      } catch (SQLException e) {
        return Set.of();
      }
    }
    return names.get();
  }

  /** Tables, views and materialized views, as a statement has to write them. */
  static Set<String> read(Connection connection) throws SQLException {
    List<Relation> relations = Relations.here(connection);
    Set<String> names = new TreeSet<>();
    relations.forEach(relation -> names.add(relation.name()));
    if (ViewNames.areListedBy(relations)) {
      names.addAll(ViewNames.read(connection));
    }
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    return names.stream()
        .map(name -> quoted(name, quote))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String quoted(String name, String quote) {
    return NEEDS_NO_QUOTES.matcher(name).matches()
        ? name
        : quote + name.replace(quote, quote + quote) + quote;
  }
}
