package org.mview.driver;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mview.command.Options;

/**
 * What an application asks for, ours apart from the real driver's.
 *
 * @param url the real driver's: ours, byte for byte, without our prefix and properties
 * @param properties the real driver's
 * @param ours texts of our properties by name; one in the URL goes before one in the Properties
 * @param clock for tests of schedules: what tells the time instead of the clock of the database
 */
record ConnectionRequest(
    String url, Properties properties, Map<String, String> ours, Optional<InstantSource> clock) {
  /** Only the Properties can hold it: it is no text. */
  static final String CLOCK = ConnectionProperty.PREFIX + "clock";

  /** What our URLs begin with. */
  static final String PREFIX = "jdbc:mview:";

  /** What stands before a property in a URL. */
  private static final String SEPARATORS = "?&;";

  /** Takes a URL with our prefix apart. */
  static ConnectionRequest of(String url, Properties properties) {
    Map<String, String> ours = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (isOurs(name)) {
        ours.put(name, properties.getProperty(name));
      }
    }
    Optional<InstantSource> clock =
        properties.get(CLOCK) instanceof InstantSource source
            ? Optional.of(source)
            : Optional.empty();
    Properties real = ours.isEmpty() && clock.isEmpty() ? properties : withoutOurs(properties);
    String realUrl = cutOut("jdbc:" + url.substring(PREFIX.length()), ours);
    if (!ours.isEmpty()) {
      ConnectionProperty.checkNames(ours.keySet());
    }
    return new ConnectionRequest(realUrl, real, ours, clock);
  }

  private static boolean isOurs(Object name) {
    return name instanceof String text && text.startsWith(ConnectionProperty.PREFIX);
  }

  private static Properties withoutOurs(Properties properties) {
    Properties real = new Properties();
    for (String name : properties.stringPropertyNames()) { // those of the defaults too
      real.setProperty(name, properties.getProperty(name));
    }
    real.putAll(properties); // some drivers take objects
    real.keySet().removeIf(ConnectionRequest::isOurs);
    return real;
  }

  /** By hand: a regular expression takes longer to load than the connection to open. */
  private static String cutOut(String url, Map<String, String> ours) {
    int before = url.indexOf(ConnectionProperty.PREFIX) - 1;
    while (before >= 0 && SEPARATORS.indexOf(url.charAt(before)) < 0) {
      before = url.indexOf(ConnectionProperty.PREFIX, before + 2) - 1;
    }
    if (before < 0) {
      return url;
    }
    int end = firstOf("&;#", url, before + 1);
    int nameEnd = Math.min(firstOf("=", url, before + 1), end);
    ours.put(url.substring(before + 1, nameEnd), url.substring(Math.min(nameEnd + 1, end), end));
    String rest = url.substring(end);
    boolean begins = url.charAt(before) == '?' && rest.startsWith("&");
    return cutOut(url.substring(0, before) + (begins ? "?" + rest.substring(1) : rest), ours);
  }

  /** Where one of these characters stands, from a place on; the end when none does. */
  private static int firstOf(String characters, String url, int from) {
    int at = from;
    while (at < url.length() && characters.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** How a connection is to behave. */
  Options options() {
    return ours.isEmpty() && clock.isEmpty()
        ? Options.DEFAULT
        : ConnectionProperty.options(ours, clock);
  }

  /** The beginning of a URL, such as {@code jdbc:h2:}: what follows may hold a password. */
  static String scheme(String url) {
    int end = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
    return end < 0 ? "" : url.substring(0, end + 1);
  }
}
