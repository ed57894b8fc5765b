package org.mview.statement;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.sql.QualifiedName;
import org.mview.sql.UnicodeEscapes;

/**
 * What in a text may be the name of a table: each word and each quoted name, with the one before
 * its dot and without. It is more than there are, but none that the text names is missing.
 */
public final class MentionedTables {
  private static final Pattern OTHER_ESCAPE =
      Pattern.compile("\\s*UESCAPE\\s*'(.)'", Pattern.CASE_INSENSITIVE);

  private final LexicalRules rules;
  private final UnaryOperator<String> fold;

  /**
   * A reader of texts.
   *
   * @param fold what the database does to a word without quotes
   */
  public MentionedTables(LexicalRules rules, UnaryOperator<String> fold) {
    this.rules = rules;
    this.fold = fold;
  }

  /** The names in a text, each once, in its order. */
  public Set<QualifiedName> in(String sql) {
    Set<QualifiedName> names = new LinkedHashSet<>();
    Lexer lexer = new Lexer(sql, rules);
    Optional<String> qualifier = Optional.empty();
    Optional<String> last = Optional.empty();
    for (Token token = lexer.next(); !token.is(Token.Kind.END); token = lexer.next()) {
      if (token.is(Token.Kind.COMMENT) || token.is(Token.Kind.HINT)) {
        continue;
      }
      Optional<String> name = name(token);
      name.map(QualifiedName::of).ifPresent(names::add);
      if (name.isPresent() && qualifier.isPresent()) {
        names.add(QualifiedName.of(qualifier.get(), name.get()));
      }
      qualifier = token.is(".") ? last : Optional.empty();
      last = name;
    }
    return names;
  }

  private Optional<String> name(Token token) {
    if (token.is(Token.Kind.WORD)) {
      return Optional.of(fold.apply(token.text()));
    } else if (!token.is(Token.Kind.NAME)) {
      return Optional.empty();
    }
    String name = Names.unquoted(token);
    boolean escaped = token.source().regionMatches(true, token.start() - 2, "U&", 0, 2);
    return Optional.of(escaped ? UnicodeEscapes.decoded(name, escape(token)) : name)
        .filter(text -> !text.isEmpty());
  }

  private static char escape(Token token) {
    Matcher other =
        OTHER_ESCAPE.matcher(token.source()).region(token.end(), token.source().length());
    return other.lookingAt() ? other.group(1).charAt(0) : '\\';
  }
}
