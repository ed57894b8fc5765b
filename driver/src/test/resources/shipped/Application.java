import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** An application that has our jar and SQLite's on its class path, and nothing else. */
public final class Application {
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:mview:sqlite::memory:")) {
      query(connection);
      System.out.println("SQLite is " + connection.isWrapperFor(org.sqlite.SQLiteConnection.class));
    }
    for (Driver driver : ServiceLoader.load(Driver.class)) {
      if (driver.acceptsURL("jdbc:mview:x")) {
        query(driver.connect("jdbc:mview:sqlite::memory:", new Properties()));
      }
    }
    try {
      DriverManager.getConnection("jdbc:mview:h2:mem:");
    } catch (SQLException refused) {
      System.out.println(refused.getMessage());
    }
  }

  private static void query(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select ? + 1")) {
      statement.setInt(1, 41);
      ResultSet rows = statement.executeQuery();
      rows.next();
      System.out.println(connection.getClass().getSimpleName() + " " + rows.getInt(1));
    }
  }
}
