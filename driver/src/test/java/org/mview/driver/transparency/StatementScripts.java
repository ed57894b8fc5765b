package org.mview.driver.transparency;

import static org.mview.driver.transparency.Script.attempt;
import static org.mview.driver.transparency.Script.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** What applications do with statements. */
final class StatementScripts {
  private StatementScripts() {}

  static Stream<Script> all() {
    return Stream.of(
        new Script("plain statements", StatementScripts::plain),
        new Script("every way to execute a text", StatementScripts::everyWay),
        new Script("prepared statements", StatementScripts::prepared),
        new Script("every way to prepare", StatementScripts::everyWayToPrepare),
        new Script("generated keys", StatementScripts::generatedKeys),
        new Script("rows that an insert returns", StatementScripts::returning),
        new Script("batches of texts", StatementScripts::batches),
        new Script("batches of parameters", StatementScripts::preparedBatches),
        new Script("several results", StatementScripts::severalResults),
        new Script("settings", StatementScripts::settings),
        new Script("no text", StatementScripts::noText),
        new Script("errors", StatementScripts::errors),
        new Script("closing statements", StatementScripts::closing),
        new Script("closing on completion", StatementScripts::closingOnCompletion));
  }

  private static void plain(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("select id from item where id = 1");
    ResultSet first = statement.getResultSet();
    first.getStatement();
    first.getStatement().getConnection();
    attempt(statement::getResultSet);
    statement.getUpdateCount();
    Script.dump(first);
    statement.getMoreResults();
    statement.getUpdateCount();
    read(() -> statement.executeQuery("select * from item order by id"));
    statement.executeUpdate("update item set price = 2 where id < 3");
    statement.getUpdateCount();
    attempt(statement::getResultSet);
    attempt(statement::getLargeUpdateCount);
    attempt(() -> statement.executeLargeUpdate("delete from item where id = 3"));
    statement.getWarnings();
    statement.clearWarnings();
    statement.close();
  }

  private static void everyWay(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    int[] indexes = {1};
    String[] names = {"ID"};
    int keys = Statement.RETURN_GENERATED_KEYS;
    String insert = "insert into item(price) values (9)";
    attempt(() -> statement.execute(insert, keys));
    attempt(() -> statement.execute(insert, indexes));
    attempt(() -> statement.execute(insert, names));
    attempt(() -> statement.executeUpdate(insert, keys));
    attempt(() -> statement.executeUpdate(insert, indexes));
    attempt(() -> statement.executeUpdate(insert, names));
    attempt(() -> statement.executeLargeUpdate(insert, keys));
    attempt(() -> statement.executeLargeUpdate(insert, indexes));
    attempt(() -> statement.executeLargeUpdate(insert, names));
    read(() -> statement.executeQuery("select count(*) from item"));
    attempt(() -> statement.executeUpdate("select 1"));
    attempt(() -> statement.executeQuery("delete from item where id = 2"));
    read(() -> statement.executeQuery("select count(*) from item"));
  }

  private static void prepared(Connection connection, Database database) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement("select name from item where id = ? and price >= ?");
    attempt(query::getMetaData);
    attempt(() -> query.getMetaData().getColumnName(1));
    attempt(() -> query.getParameterMetaData().getParameterCount());
    query.setInt(1, 1);
    query.setInt(2, 0);
    read(query::executeQuery);
    query.setInt(1, 3);
    query.execute();
    query.getResultSet().getStatement();
    read(query::getResultSet);
    query.clearParameters();
    read(query::executeQuery);
    query.getConnection();
    query.close();
    PreparedStatement update = connection.prepareStatement("update item set name = ? where id = ?");
    update.setString(1, "washer");
    update.setObject(2, 2);
    update.executeUpdate();
    update.getUpdateCount();
    update.execute();
    attempt(update::executeLargeUpdate);
    attempt(update::executeQuery);
    attempt(() -> update.execute("select 1"));
    attempt(() -> update.executeQuery("select 1"));
    attempt(() -> update.executeUpdate("delete from item"));
    attempt(() -> update.addBatch("delete from item"));
    update.close();
    attempt(update::executeUpdate);
    attempt(() -> update.setInt(1, 1));
  }

  private static void everyWayToPrepare(Connection connection, Database database)
      throws SQLException {
    int forward = ResultSet.TYPE_FORWARD_ONLY;
    int read = ResultSet.CONCUR_READ_ONLY;
    int close = ResultSet.CLOSE_CURSORS_AT_COMMIT;
    int hold = ResultSet.HOLD_CURSORS_OVER_COMMIT;
    String sql = "insert into item(price) values (1)";
    attempt(() -> connection.createStatement(forward, read).getResultSetType());
    attempt(() -> connection.createStatement(forward, read, close).getResultSetHoldability());
    attempt(() -> connection.createStatement(forward, read, hold).getResultSetConcurrency());
    attempt(() -> connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, read));
    attempt(() -> connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS).execute());
    attempt(() -> connection.prepareStatement(sql, new int[] {1}).execute());
    attempt(() -> connection.prepareStatement(sql, new String[] {"ID"}).execute());
    attempt(() -> connection.prepareStatement(sql, forward, read).execute());
    attempt(() -> connection.prepareStatement(sql, forward, read, close).execute());
    attempt(() -> connection.prepareStatement(sql, forward, read, hold).execute());
    attempt(() -> connection.prepareCall(sql).execute());
    attempt(() -> connection.prepareCall(sql, forward, read).execute());
    attempt(() -> connection.prepareCall(sql, forward, read, hold).execute());
    attempt(() -> connection.prepareStatement("selec 1"));
    attempt(() -> connection.prepareStatement(null));
  }

  private static void generatedKeys(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    read(statement::getGeneratedKeys);
    String insert = "insert into item(name) values ('%s')";
    statement.executeUpdate(insert.formatted("a"), Statement.RETURN_GENERATED_KEYS);
    ResultSet keys = statement.getGeneratedKeys();
    keys.getMetaData().getColumnName(1);
    if (database == Database.H2) { // SQLite's belong to another statement, ours to the one asked
      keys.getStatement().getConnection();
    }
    Script.dump(keys);
    keys.close();
    read(statement::getGeneratedKeys);
    statement.executeUpdate(insert.formatted("b"), Statement.NO_GENERATED_KEYS);
    read(statement::getGeneratedKeys);
    PreparedStatement prepared =
        connection.prepareStatement(
            "insert into item(name) values (?)", Statement.RETURN_GENERATED_KEYS);
    prepared.setString(1, "c");
    prepared.executeUpdate();
    read(prepared::getGeneratedKeys);
    prepared.setString(1, "d");
    prepared.addBatch();
    prepared.setString(1, "e");
    prepared.addBatch();
    prepared.executeBatch();
    read(prepared::getGeneratedKeys);
  }

  private static void returning(Connection connection, Database database) throws SQLException {
    String sql =
        database == Database.SQLITE
            ? "insert into item(name) values ('%s') returning id, name"
            : "select id, name from final table (insert into item(name) values ('%s'))";
    Statement statement = connection.createStatement();
    read(() -> statement.executeQuery(sql.formatted("r")));
    statement.execute(sql.formatted("s"));
    read(statement::getResultSet);
    statement.getUpdateCount();
    PreparedStatement prepared = connection.prepareStatement(sql.formatted("t"));
    read(prepared::executeQuery);
    prepared.getUpdateCount();
  }

  private static void batches(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    attempt(statement::executeBatch);
    statement.addBatch("update item set price = 5 where id < 3");
    statement.addBatch("insert into item(name) values ('x')");
    statement.executeBatch();
    statement.getUpdateCount();
    statement.addBatch("delete from item");
    statement.clearBatch();
    attempt(statement::executeBatch);
    statement.addBatch("insert into item(name) values ('y')");
    statement.addBatch("insert into item(name) values ('y')");
    statement.addBatch("insert into item(name) values ('z')");
    attempt(statement::executeBatch);
    attempt(statement::executeBatch);
    attempt(() -> statement.addBatch("select 1"));
    attempt(statement::executeBatch);
    statement.clearBatch();
    attempt(() -> statement.addBatch(null));
    attempt(() -> statement.addBatch("update item set price = 6"));
    attempt(statement::executeLargeBatch);
    read(() -> statement.executeQuery("select name, price from item order by id"));
  }

  private static void preparedBatches(Connection connection, Database database)
      throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement("insert into item(name, price) values (?, ?)");
    insert.setString(1, "p");
    insert.setInt(2, 1);
    insert.addBatch();
    insert.setString(1, "q");
    insert.addBatch();
    insert.executeBatch();
    insert.setString(1, "q");
    insert.addBatch();
    insert.setString(1, "r");
    insert.addBatch();
    attempt(insert::executeBatch);
    attempt(insert::clearBatch);
    attempt(insert::executeBatch);
    insert.setString(1, "s");
    attempt(insert::addBatch);
    attempt(insert::executeLargeBatch);
    Statement statement = connection.createStatement();
    read(() -> statement.executeQuery("select name, price from item order by id"));
  }

  private static void severalResults(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    attempt(() -> statement.execute("select 1; select 2"));
    attempt(statement::getResultSet);
    attempt(() -> statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
    attempt(statement::getUpdateCount);
    attempt(() -> statement.execute("update item set price = 1; select 2"));
    attempt(statement::getUpdateCount);
    attempt(statement::getMoreResults);
    attempt(statement::getResultSet);
    attempt(() -> statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT));
    attempt(() -> statement.getMoreResults(Statement.CLOSE_ALL_RESULTS));
    attempt(statement::getLargeUpdateCount);
    attempt(() -> statement.getMoreResults(99));
  }

  private static void settings(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    attempt(() -> statement.setMaxRows(2));
    statement.getMaxRows();
    read(() -> statement.executeQuery("select id from item order by id"));
    attempt(() -> statement.setMaxRows(-1));
    attempt(() -> statement.setLargeMaxRows(1));
    attempt(statement::getLargeMaxRows);
    read(() -> statement.executeQuery("select id from item order by id"));
    attempt(() -> statement.setFetchSize(10));
    statement.getFetchSize();
    attempt(() -> statement.executeQuery("select 1").getFetchSize());
    attempt(() -> statement.setFetchSize(-1));
    attempt(() -> statement.setFetchDirection(ResultSet.FETCH_FORWARD));
    attempt(() -> statement.setFetchDirection(99));
    statement.getFetchDirection();
    attempt(() -> statement.setQueryTimeout(3));
    statement.getQueryTimeout();
    attempt(() -> statement.setQueryTimeout(-1));
    attempt(() -> statement.setMaxFieldSize(10));
    statement.getMaxFieldSize();
    attempt(() -> statement.setEscapeProcessing(false));
    attempt(() -> statement.setPoolable(true));
    attempt(statement::isPoolable);
    attempt(() -> statement.setCursorName("c"));
    attempt(() -> statement.enquoteIdentifier("a b", false));
    attempt(() -> statement.enquoteIdentifier("a\0b", true));
    attempt(() -> statement.enquoteLiteral("it's"));
    attempt(() -> statement.enquoteNCharLiteral("it's"));
    attempt(() -> statement.isSimpleIdentifier("a b"));
    statement.cancel();
  }

  private static void noText(Connection connection, Database database) {
    attempt(() -> connection.createStatement().execute(""));
    attempt(() -> connection.createStatement().execute(null));
    attempt(() -> connection.createStatement().executeQuery(null));
    attempt(() -> connection.createStatement().executeUpdate(null));
    attempt(() -> connection.createStatement().addBatch(null));
  }

  private static void errors(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    attempt(() -> statement.execute("selec 1"));
    attempt(() -> statement.executeQuery("select * from nowhere"));
    attempt(() -> statement.executeUpdate("insert into item(name) values ('bolt')"));
    attempt(() -> statement.executeUpdate("insert into item(id) values (1)"));
    attempt(() -> statement.executeUpdate("insert into item(nothing) values (1)"));
    ResultSet rows =
        connection.createStatement().executeQuery("select id, name from item order by id");
    attempt(() -> rows.getInt(1));
    rows.next();
    attempt(() -> rows.getInt(9));
    attempt(() -> rows.getInt("nothing"));
    attempt(() -> rows.findColumn("NAME"));
    attempt(() -> rows.getDate("name"));
    attempt(() -> rows.getURL(1));
    attempt(() -> rows.getObject(2, Thread.class));
    PreparedStatement prepared = connection.prepareStatement("select * from item where id = ?");
    attempt(prepared::executeQuery);
    attempt(() -> prepared.setInt(0, 1));
    attempt(() -> prepared.setInt(2, 1));
    attempt(() -> prepared.setObject(1, new Object()));
    attempt(prepared::executeQuery);
  }

  private static void closing(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select id from item");
    rows.isClosed();
    rows.close();
    rows.isClosed();
    attempt(rows::next);
    attempt(rows::getStatement);
    attempt(rows::getMetaData);
    ResultSet others = statement.executeQuery("select id from item");
    statement.close();
    others.isClosed();
    attempt(others::next);
    statement.isClosed();
    statement.close();
    attempt(() -> statement.execute("select 1"));
    attempt(() -> statement.executeQuery("select 1"));
    attempt(() -> statement.executeUpdate("delete from item"));
    attempt(() -> statement.addBatch("delete from item"));
    attempt(statement::executeBatch);
    attempt(statement::getConnection);
    attempt(statement::getResultSet);
    attempt(statement::getUpdateCount);
    attempt(statement::getMoreResults);
    attempt(statement::getGeneratedKeys);
    attempt(statement::getWarnings);
    attempt(statement::clearWarnings);
    attempt(statement::cancel);
    attempt(statement::clearBatch);
    attempt(() -> statement.setMaxRows(1));
  }

  private static void closingOnCompletion(Connection connection, Database database)
      throws SQLException {
    Statement statement = connection.createStatement();
    statement.isCloseOnCompletion();
    attempt(statement::closeOnCompletion);
    statement.isCloseOnCompletion();
    ResultSet rows = statement.executeQuery("select id from item");
    statement.isClosed();
    rows.close();
    statement.isClosed();
  }
}
