package org.mview.driver.transparency;

import static org.mview.driver.transparency.Script.attempt;
import static org.mview.driver.transparency.Script.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.stream.Stream;

/** What applications do with connections. */
final class ConnectionScripts {
  private static final String INSERT = "insert into item(price) values (9)";
  private static final String COUNT = "select count(*) from item";

  private ConnectionScripts() {}

  static Stream<Script> all() {
    return Stream.of(
        new Script("transactions", ConnectionScripts::transactions),
        new Script("savepoints", ConnectionScripts::savepoints),
        new Script("cursors over a commit", ConnectionScripts::cursors),
        new Script("settings of a connection", ConnectionScripts::settings),
        new Script("the paths from object to object", ConnectionScripts::paths),
        new Script("closing a connection", ConnectionScripts::closing),
        new Script("aborting a connection", ConnectionScripts::aborting));
  }

  private static void transactions(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    connection.getAutoCommit();
    attempt(connection::commit);
    attempt(connection::rollback);
    connection.setAutoCommit(false);
    statement.execute(INSERT);
    connection.rollback();
    read(() -> statement.executeQuery(COUNT));
    statement.execute(INSERT);
    connection.commit();
    read(() -> statement.executeQuery(COUNT));
    statement.execute(INSERT);
    connection.setAutoCommit(true);
    read(() -> statement.executeQuery(COUNT));
    statement.execute("begin");
    statement.execute(INSERT);
    statement.execute("rollback");
    read(() -> statement.executeQuery(COUNT));
  }

  private static void savepoints(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    attempt(connection::setSavepoint);
    connection.setAutoCommit(false);
    Savepoint unnamed = connection.setSavepoint();
    statement.execute(INSERT);
    Savepoint named = connection.setSavepoint("here");
    attempt(named::getSavepointName);
    statement.execute(INSERT);
    connection.rollback(named);
    read(() -> statement.executeQuery(COUNT));
    connection.releaseSavepoint(named);
    attempt(() -> connection.rollback(named));
    connection.rollback(unnamed);
    read(() -> statement.executeQuery(COUNT));
    attempt(() -> connection.rollback(null));
    connection.commit();
    attempt(() -> connection.rollback(unnamed));
  }

  private static void cursors(Connection connection, Database database) throws SQLException {
    connection.setAutoCommit(false);
    connection.getHoldability();
    attempt(() -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
    attempt(() -> connection.setHoldability(99));
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select id from item order by id");
    attempt(rows::getHoldability);
    rows.next();
    attempt(connection::commit);
    attempt(rows::isClosed);
    attempt(rows::next);
  }

  private static void settings(Connection connection, Database database) throws SQLException {
    connection.getCatalog();
    attempt(() -> connection.setCatalog("main"));
    attempt(connection::getSchema);
    attempt(() -> connection.setSchema("PUBLIC"));
    connection.getTransactionIsolation();
    attempt(() -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
    attempt(() -> connection.setTransactionIsolation(99));
    connection.isReadOnly();
    attempt(() -> connection.setReadOnly(false));
    attempt(() -> connection.isValid(1));
    attempt(() -> connection.isValid(-1));
    attempt(connection::getNetworkTimeout);
    attempt(() -> connection.setNetworkTimeout(Runnable::run, 1000));
    attempt(connection::getTypeMap);
    attempt(() -> connection.getClientInfo("ApplicationName"));
    attempt(() -> connection.setClientInfo("ApplicationName", "test"));
    attempt(() -> connection.nativeSQL("select {fn length('a')}"));
    connection.getWarnings();
    connection.clearWarnings();
  }

  private static void paths(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    statement.getConnection();
    connection.getMetaData().getConnection();
    connection.getMetaData();
    ResultSet tables = connection.getMetaData().getTables(null, null, "item", null);
    attempt(() -> tables.getStatement().getConnection());
    ResultSet rows = statement.executeQuery(COUNT);
    rows.getStatement().getConnection().getMetaData().getConnection();
    attempt(() -> rows.getStatement().getResultSet().getStatement());
    statement.executeQuery(COUNT).getStatement();
    connection.prepareStatement(COUNT).executeQuery().getStatement().getConnection();
  }

  private static void closing(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery(COUNT);
    connection.isClosed();
    connection.close();
    connection.isClosed();
    attempt(statement::isClosed);
    attempt(rows::isClosed);
    attempt(() -> statement.execute(INSERT));
    attempt(rows::next);
    connection.close();
    attempt(connection::createStatement);
    attempt(() -> connection.prepareStatement(COUNT));
    attempt(() -> connection.prepareCall(COUNT));
    attempt(connection::commit);
    attempt(connection::rollback);
    attempt(() -> connection.setAutoCommit(false));
    attempt(connection::getMetaData);
    attempt(connection::getWarnings);
    attempt(connection::clearWarnings);
    attempt(() -> connection.isValid(1));
    attempt(() -> connection.abort(Runnable::run));
  }

  private static void aborting(Connection connection, Database database) throws SQLException {
    attempt(() -> connection.abort(null));
    attempt(() -> connection.abort(Runnable::run));
    attempt(connection::isClosed);
    attempt(connection::createStatement);
  }
}
