package org.mview.cli.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The materialized views of the dictionary view USER_MVIEWS, where there is one. */
public final class ViewNames {
  private static final String DICTIONARY = "USER_MVIEWS";

  private ViewNames() {}

  /**
   * Whether USER_MVIEWS is among them. Reading it without knowing could fail, and a statement that
   * fails ends the user's transaction on some databases.
   */
  public static boolean areListedBy(List<Relation> relations) {
    return relations.stream().anyMatch(r -> r.name().equalsIgnoreCase(DICTIONARY));
  }

  static List<String> read(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet views = statement.executeQuery("SELECT MVIEW_NAME FROM " + DICTIONARY)) {
      while (views.next()) {
        names.add(views.getString(1));
      }
    }
    return names;
  }
}
