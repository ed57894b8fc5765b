package org.mview.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a page, and what the page says it answers.
 *
 * <pre>
 *   -- jdbc:mview:sqlite::memory:?mview.autoLog=false      another database, from here on
 *   SELECT customer, total FROM sales;
 *   --> ann | 40
 *   UPDATE sales SET total = 0;
 *   --> ORA-01732: materialized view main.sales is read-only…
 * </pre>
 *
 * @param url of the database that begins with this statement; empty to go on with the one before
 * @param line number of the statement's first line in the page
 * @param answers rows, warnings or the error; none where the page does not say
 */
record Example(Optional<String> url, int line, String sql, List<String> answers) {
  private static final String URL = "-- jdbc:";
  private static final String ANSWER = "--> ";

  Example {
    answers = List.copyOf(answers);
  }

  static List<Example> of(Page page) {
    List<Example> examples = new ArrayList<>();
    for (Page.Block block : page.blocks("sql")) {
      new Reading(block, examples).read();
    }
    return examples;
  }

  /** Takes one block apart. A statement ends with its line's semicolon, a longer block with "/". */
  private static final class Reading {
    private final Page.Block block;
    private final List<Example> examples;
    private final List<String> statement = new ArrayList<>();
    private Optional<String> url = Optional.empty();
    private int from;

    Reading(Page.Block block, List<Example> examples) {
      this.block = block;
      this.examples = examples;
    }

    void read() {
      for (int i = 0; i < block.lines().size(); i++) {
        read(block.lines().get(i), block.line() + i);
      }
      if (!statement.isEmpty()) {
        throw new IllegalStateException("the statement of line " + from + " does not end");
      }
    }

    private void read(String line, int number) {
      if (line.startsWith(URL)) {
        url = Optional.of(line.substring("-- ".length()));
      } else if (line.startsWith(ANSWER)) {
        answer(line.substring(ANSWER.length()));
      } else if (!statement.isEmpty() || !(line.isBlank() || line.startsWith("--"))) {
        add(line, number);
      }
    }

    private void add(String line, int number) {
      if (statement.isEmpty()) {
        from = number;
      }
      if (!line.equals("/")) {
        statement.add(line);
      }
      boolean isBlock = statement.get(0).matches("BEGIN|DECLARE\\b(?!.*END;).*");
      String code = line.replaceFirst("\\s+--\\s.*$", "");
      if (isBlock ? line.equals("/") : code.endsWith(";")) {
        String text = String.join("\n", statement);
        String sql = isBlock ? text : text.substring(0, text.lastIndexOf(';'));
        examples.add(new Example(url, from, sql, List.of()));
        statement.clear();
        url = Optional.empty();
      }
    }

    private void answer(String text) {
      Example last = examples.remove(examples.size() - 1);
      List<String> answers = new ArrayList<>(last.answers());
      answers.add(text);
      examples.add(new Example(last.url(), last.line(), last.sql(), answers));
    }
  }
}
