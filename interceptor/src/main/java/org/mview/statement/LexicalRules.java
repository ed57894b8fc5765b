package org.mview.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where databases differ in what is a string, a quoted name or a comment. */
public record LexicalRules(Set<Feature> features) {

  /** One such difference; without any, a text is read as the SQL standard and Oracle have it. */
  public enum Feature {
    /** {@code `name`}. */
    BACKTICK_NAMES,
    /** {@code [name]}. */
    BRACKET_NAMES,
    /** {@code 'it\'s'}: a backslash takes the next character along. */
    BACKSLASH_STRINGS,
    /** {@code E'it\'s'}: it does so only after an E. */
    ESCAPE_STRINGS,
    /** {@code $$text$$} and {@code $tag$text$tag$}. */
    DOLLAR_STRINGS,
    /** {@code # text}, to the end of the line. */
    HASH_COMMENTS,
    /** A comment may hold another one, which ends before it does. */
    NESTED_COMMENTS,
    /** {@code 5--3} is a subtraction; only two dashes and a blank begin a comment. */
    DASHES_NEED_BLANK
  }

  /** The SQL standard, and Oracle. */
  public static final LexicalRules STANDARD = of();

  /** SQLite. */
  public static final LexicalRules SQLITE = of(Feature.BACKTICK_NAMES, Feature.BRACKET_NAMES);

  /** MySQL and MariaDB. */
  public static final LexicalRules MYSQL =
      of(
          Feature.BACKTICK_NAMES,
          Feature.BACKSLASH_STRINGS,
          Feature.HASH_COMMENTS,
          Feature.DASHES_NEED_BLANK);

  /** PostgreSQL and DuckDB. */
  public static final LexicalRules POSTGRESQL =
      of(Feature.ESCAPE_STRINGS, Feature.DOLLAR_STRINGS, Feature.NESTED_COMMENTS);

  /** H2. */
  public static final LexicalRules H2 =
      of(Feature.BACKTICK_NAMES, Feature.DOLLAR_STRINGS, Feature.NESTED_COMMENTS);

  /** SQL Server. */
  public static final LexicalRules SQL_SERVER = of(Feature.BRACKET_NAMES, Feature.NESTED_COMMENTS);

  private static final Map<String, LexicalRules> BY_DATABASE =
      Map.of(
          "sqlite", SQLITE,
          "mysql", MYSQL,
          "mariadb", MYSQL,
          "postgresql", POSTGRESQL,
          "duckdb", POSTGRESQL,
          "h2", H2,
          "sqlserver", SQL_SERVER);

  /**
   * The rules of a database.
   *
   * @param database as in a JDBC URL; of one that is not known here those of the standard
   */
  public static LexicalRules of(String database) {
    return BY_DATABASE.getOrDefault(database, STANDARD);
  }

  public LexicalRules {
    EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
    copy.addAll(features);
    features = Collections.unmodifiableSet(copy);
  }

  /** The rules with these features and no other. */
  public static LexicalRules of(Feature... features) {
    return new LexicalRules(Set.copyOf(Arrays.asList(features)));
  }

  /** What a name can be put into, whatever it is. */
  public char nameQuote() {
    return have(Feature.BACKSLASH_STRINGS) ? '`' : '"';
  }

  boolean have(Feature feature) {
    return features.contains(feature);
  }
}
