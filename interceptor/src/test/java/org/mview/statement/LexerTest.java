package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.statement.LexicalRules.H2;
import static org.mview.statement.LexicalRules.MYSQL;
import static org.mview.statement.LexicalRules.POSTGRESQL;
import static org.mview.statement.LexicalRules.SQLITE;
import static org.mview.statement.LexicalRules.SQL_SERVER;
import static org.mview.statement.LexicalRules.STANDARD;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.statement.Token.Kind;

class LexerTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(STANDARD, "", ""),
        arguments(STANDARD, "a_1$# Ünïcode 日本 _x", "WORD a_1$#|WORD Ünïcode|WORD 日本|WORD _x"),
        arguments(STANDARD, "\"a \"\"b\"\" c\"", "NAME \"a \"\"b\"\" c\""),
        arguments(STANDARD, "`a`", "SYMBOL `|WORD a|SYMBOL `"),
        arguments(SQLITE, "`a``b` [c d]", "NAME `a``b`|NAME [c d]"),
        arguments(SQL_SERVER, "[a]]b]", "NAME [a]]b]"),
        arguments(POSTGRESQL, "a[1]", "WORD a|SYMBOL [|NUMBER 1|SYMBOL ]"),
        arguments(
            STANDARD,
            "1 1.5 .5 1. 1e5 1.5E-3 1e 50K 1..9",
            "NUMBER 1|NUMBER 1.5|NUMBER .5|NUMBER 1.|NUMBER 1e5|NUMBER 1.5E-3|NUMBER 1|WORD e"
                + "|NUMBER 50|WORD K|NUMBER 1|SYMBOL ..|NUMBER 9"),
        arguments(STANDARD, "'it''s' ''", "STRING 'it''s'|STRING ''"),
        arguments(STANDARD, "N'a' n'b''c'", "STRING N'a'|STRING n'b''c'"),
        arguments(
            STANDARD,
            "q'[it's]' Q'{}' nq'!a'b!' q'(;)'",
            "STRING q'[it's]'|STRING Q'{}'|STRING nq'!a'b!'|STRING q'(;)'"),
        arguments(STANDARD, "q' a'", "WORD q|STRING ' a'"),
        arguments(
            STANDARD, "date'2030-01-01' x'ff'", "WORD date|STRING '2030-01-01'|WORD x|STRING 'ff'"),
        arguments(STANDARD, "'a\\' b", "STRING 'a\\'|WORD b"),
        arguments(MYSQL, "'a\\' b' c", "STRING 'a\\' b'|WORD c"),
        arguments(MYSQL, "\"a\\\";b\" c", "NAME \"a\\\";b\"|WORD c"),
        arguments(POSTGRESQL, "E'a\\' b' 'c\\'", "STRING E'a\\' b'|STRING 'c\\'"),
        arguments(STANDARD, "e'a\\'", "WORD e|STRING 'a\\'"),
        arguments(
            POSTGRESQL,
            "$$it's$$ $a$ $b$ $$ $a$ $1 a$b$c",
            "STRING $$it's$$|STRING $a$ $b$ $$ $a$|WORD $1|WORD a$b$c"),
        arguments(H2, "$$;$$", "STRING $$;$$"),
        arguments(STANDARD, "$$", "WORD $$"),
        arguments(STANDARD, "a -- b\nc", "WORD a|COMMENT -- b|WORD c"),
        arguments(
            STANDARD,
            "a /* b */ /*+ c */ --+ d",
            "WORD a|COMMENT /* b */|HINT /*+ c */|HINT --+ d"),
        arguments(STANDARD, "/* /* */ a", "COMMENT /* /* */|WORD a"),
        arguments(POSTGRESQL, "/* /* */ a */ b", "COMMENT /* /* */ a */|WORD b"),
        arguments(STANDARD, "5--3", "NUMBER 5|COMMENT --3"),
        arguments(MYSQL, "5--3 -- x", "NUMBER 5|SYMBOL -|SYMBOL -|NUMBER 3|COMMENT -- x"),
        arguments(STANDARD, "a # b", "WORD a|WORD #|WORD b"),
        arguments(MYSQL, "a#it's\nb", "WORD a|COMMENT #it's|WORD b"),
        arguments(
            STANDARD,
            "? ?1 :a :1 a::b x := y ::",
            "PARAMETER ?|PARAMETER ?1|PARAMETER :a|PARAMETER :1|WORD a|SYMBOL ::|WORD b|WORD x"
                + "|SYMBOL :=|WORD y|SYMBOL ::"),
        arguments(
            STANDARD,
            "a=>1||b<=c<>d!=e",
            "WORD a|SYMBOL =>|NUMBER 1|SYMBOL |||WORD b|SYMBOL <=|WORD c|SYMBOL <>|WORD d|SYMBOL !=|WORD e"),
        arguments(
            STANDARD,
            "{?=call a.b@c}",
            "SYMBOL {|PARAMETER ?|SYMBOL =|WORD call|WORD a|SYMBOL .|WORD b|SYMBOL @|WORD c|SYMBOL }"),
        arguments(STANDARD, "a 'b", "WORD a|UNTERMINATED 'b"),
        arguments(STANDARD, "a \"b", "WORD a|UNTERMINATED \"b"),
        arguments(STANDARD, "a /* b", "WORD a|UNTERMINATED /* b"),
        arguments(STANDARD, "a q'[b'", "WORD a|UNTERMINATED q'[b'"),
        arguments(POSTGRESQL, "a $x$ b $y$", "WORD a|UNTERMINATED $x$ b $y$"),
        arguments(MYSQL, "'a\\", "UNTERMINATED 'a\\"),
        arguments(STANDARD, "\u00A0a\u3000b\uFEFF\u0000c", "WORD a|WORD b|WORD c"),
        arguments(STANDARD, "\uD83D\uDE00 \uD83D", "WORD \uD83D\uDE00|WORD \uD83D"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextIsTakenApart(LexicalRules rules, String text, String tokens) {
    assertThat(tokens(rules, text).stream().map(Token::toString).collect(Collectors.joining("|")))
        .isEqualTo(tokens);
  }

  @Test
  void behindTheLastTokenComesTheEndAgainAndAgain() {
    Lexer lexer = new Lexer("a", STANDARD);
    lexer.next();
    assertThat(lexer.next()).isEqualTo(new Token(Kind.END, "a", 1, 1));
    assertThat(lexer.next()).isEqualTo(new Token(Kind.END, "a", 1, 1));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tokensCoverAllThatIsNoBlank(LexicalRules rules, String text) {
    StringBuilder rest = new StringBuilder(text);
    for (Token token : tokens(rules, text)) {
      rest.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
    }
    assertThat(rest.chars().allMatch(c -> Characters.isBlank((char) c))).isTrue();
  }

  static Stream<Arguments> strings() {
    return Stream.of(
        arguments(STANDARD, "'it''s'", "it's"),
        arguments(STANDARD, "''", ""),
        arguments(STANDARD, "N'a'", "a"),
        arguments(STANDARD, "q'[it's]'", "it's"),
        arguments(STANDARD, "nq'<>'", ""),
        arguments(STANDARD, "'a\\nb'", "a\\nb"),
        arguments(MYSQL, "'a\\nb\\'\\t\\r\\\\'", "a\nb'\t\r\\"),
        arguments(POSTGRESQL, "E'a\\'b'", "a'b"),
        arguments(POSTGRESQL, "$x$it's$x$", "it's"));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void aStringHasItsValue(LexicalRules rules, String text, String value) {
    assertThat(StringLiteral.value(new Lexer(text, rules).next(), rules)).isEqualTo(value);
  }

  @Test
  void keywordsAreComparedAsAsciiOnly() {
    assertThat(new Lexer("BUıLD", STANDARD).next().is("BUILD")).isFalse();
    assertThat(new Lexer("bUiLd", STANDARD).next().is("BUILD")).isTrue();
    assertThat(new Lexer("\"BUILD\"", STANDARD).next().is("BUILD")).isFalse();
  }

  private static List<Token> tokens(LexicalRules rules, String text) {
    Lexer lexer = new Lexer(text, rules);
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.next(); !token.is(Kind.END); token = lexer.next()) {
      tokens.add(token);
    }
    return tokens;
  }
}
