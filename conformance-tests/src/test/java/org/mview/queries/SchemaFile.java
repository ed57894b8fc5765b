package org.mview.queries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema: plain SQL, whose comments say what the tables mostly hold. */
final class SchemaFile {
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\( -- (\\d+)");
  private static final Pattern COLUMN = Pattern.compile("  (\\w+) .*-- (.+)");

  private final String text;

  SchemaFile(String text) {
    this.text = text;
  }

  List<String> statements() {
    return Arrays.stream(text.replaceAll("--.*", "").split(";"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  List<SetTable> tables() {
    List<SetTable> tables = new ArrayList<>();
    for (String part : text.split("(?=CREATE TABLE)")) {
      Matcher table = TABLE.matcher(part);
      if (table.lookingAt()) {
        tables.add(new SetTable(table.group(1), Integer.parseInt(table.group(2)), columns(part)));
      }
    }
    return tables;
  }

  private static List<SetTable.Column> columns(String table) {
    List<SetTable.Column> columns = new ArrayList<>();
    table
        .lines()
        .map(COLUMN::matcher)
        .filter(Matcher::matches)
        .forEach(c -> columns.add(new SetTable.Column(c.group(1), Values.of(c.group(2)))));
    return columns;
  }
}
