package org.mview.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a page runs on one database, from the line that begins it to the next one.
 *
 * @param url of the database, as the page has it; a server is one of the tests, whatever its host
 */
record Excerpt(Page page, String url, List<Example> examples) {
  private static final String URL = "jdbc:mview:sqlite::memory:";
  private static final Pattern SERVER = Pattern.compile("jdbc:mview:(\\w+)://[^?]*(?:\\?(.*))?");
  private static final Set<String> SERVERS = Set.of("postgresql", "mysql", "mariadb");

  Excerpt {
    examples = List.copyOf(examples);
  }

  static List<Excerpt> of(Page page) {
    List<Excerpt> excerpts = new ArrayList<>();
    String url = URL;
    List<Example> examples = new ArrayList<>();
    for (Example example : Example.of(page)) {
      if (example.url().isPresent()) {
        excerpts.add(new Excerpt(page, url, examples));
        url = example.url().get();
        examples.clear();
      }
      examples.add(example);
    }
    excerpts.add(new Excerpt(page, url, examples));
    return excerpts.stream().filter(excerpt -> !excerpt.examples().isEmpty()).toList();
  }

  /** The name of its server; empty when its database is in the memory of the tests. */
  Optional<String> server() {
    Matcher matcher = SERVER.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (!SERVERS.contains(matcher.group(1))) {
      throw new IllegalStateException("%s: not one of %s".formatted(this, SERVERS));
    }
    return Optional.of(matcher.group(1));
  }

  /** What stands behind the question mark of a server's URL. */
  Properties properties() {
    Properties properties = new Properties();
    Matcher matcher = SERVER.matcher(url);
    String given = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    for (String property : given.split("&", -1)) {
      String[] parts = property.split("=", 2);
      if (parts.length == 2) {
        properties.setProperty(parts[0], parts[1]);
      }
    }
    return properties;
  }

  /** For the name of a test. */
  @Override
  public String toString() {
    int line = examples.isEmpty() ? 1 : examples.get(0).line();
    return "%s, line %d: %s".formatted(page, line, url);
  }
}
