package org.mview.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an application asks for, ours apart from the real driver's.
 *
 * @param url the real driver's: ours, byte for byte, without our prefix and properties
 * @param properties the real driver's
 * @param ours texts of our properties by name; one in the URL goes before one in the Properties
 */
record ConnectionRequest(String url, Properties properties, Map<String, String> ours) {
  /** What our URLs begin with. */
  static final String PREFIX = "jdbc:mview:";

  private static final Pattern OURS =
      Pattern.compile("(?<before>[?&;])(?<name>mview\\.[^=&;#]*)(=(?<value>[^&;#]*))?");

  /** Takes a URL with our prefix apart. */
  static ConnectionRequest of(String url, Properties properties) {
    Map<String, String> ours = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (isOurs(name)) {
        ours.put(name, properties.getProperty(name));
      }
    }
    Properties real = ours.isEmpty() ? properties : withoutOurs(properties);
    String realUrl = cutOut("jdbc:" + url.substring(PREFIX.length()), ours);
    ConnectionProperty.checkNames(ours.keySet());
    return new ConnectionRequest(realUrl, real, ours);
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

  private static String cutOut(String url, Map<String, String> ours) {
    Matcher found = OURS.matcher(url);
    if (!found.find()) {
      return url;
    }
    String value = found.group("value");
    ours.put(found.group("name"), value == null ? "" : value);
    String rest = url.substring(found.end());
    boolean begins = found.group("before").equals("?") && rest.startsWith("&");
    return cutOut(
        url.substring(0, found.start()) + (begins ? "?" + rest.substring(1) : rest), ours);
  }

  /** The beginning of a URL, such as {@code jdbc:h2:}: what follows may hold a password. */
  static String scheme(String url) {
    int end = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
    return end < 0 ? "" : url.substring(0, end + 1);
  }
}
