package org.mview.cli.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a script into statements, line by line.
 *
 * <p>A statement ends at a semicolon, or before a line that holds only a slash. Neither counts
 * inside a quotation or a comment, and no semicolon inside a block ({@code BEGIN … END}) does.
 */
public interface StatementSplitter {
  /** Takes the next line of the script, without its line end; answers the statements it ended. */
  List<ScriptStatement> line(String line);

  /** Whether a statement, a quotation or a comment has begun that nothing has ended yet. */
  boolean isOpen();

  /** The script is over; answers the statement that nothing has ended. */
  Optional<ScriptStatement> end();

  /** A splitter for one script in the SQL of the database behind this URL. */
  static StatementSplitter forUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    boolean mysql = lower.contains(":mysql:") || lower.contains(":mariadb:");
    return new SqlSplitter(mysql ? Lexer.ofMySql() : Lexer.ofStandardSql());
  }
}
