package org.mview.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder below {@code src/test/resources/queries}: a schema, queries over it, and which of them
 * can be refreshed fast.
 */
record QuerySet(String name) {
  private static final String ENDING = ".sql";
  private static final String SCHEMA = "schema";

  static List<QuerySet> all() {
    return List.of(new QuerySet("tpch"), new QuerySet("tpcds"));
  }

  SchemaFile schema(Spelling spelling) {
    return new SchemaFile(spelling.schema().apply(read(SCHEMA + ENDING)));
  }

  /** The names of the queries, in their order. */
  List<String> queries() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(query -> !query.equals(SCHEMA))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a query, without what is said about it. */
  String query(String query, Spelling spelling) {
    String text = read(query + ENDING).replaceAll("(?m)^--.*\\n", "").strip();
    return spelling.query().apply(text);
  }

  Expectations expectations() {
    return Expectations.read(this);
  }

  String read(String file) {
    try {
      return Files.readString(folder().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    try {
      return Path.of(QuerySet.class.getResource("/queries/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
