package org.mview.driver.transparency;

import static org.mview.driver.transparency.Script.attempt;
import static org.mview.driver.transparency.Sweep.first;
import static org.mview.driver.transparency.Sweep.named;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every method of an interface, whatever it does. */
final class SweepScripts {
  private static final String ALL = "select * from item order by id";

  private SweepScripts() {}

  static Stream<Script> all() {
    return Stream.of(
        new Script("all of Connection", SweepScripts::connection),
        new Script("all of Statement", SweepScripts::statement),
        new Script("all setters", SweepScripts::setters),
        new Script("all getters", SweepScripts::getters),
        new Script("all moves in a result set", SweepScripts::moves),
        new Script("all updates of a result set", SweepScripts::updates),
        new Script("all of the metadata, nothing asked for", SweepScripts::metaDataOfAll),
        new Script("all of the metadata, of one table", SweepScripts::metaDataOfItem),
        new Script("all of CallableStatement", SweepScripts::callable));
  }

  private static final Predicate<Method> HARMLESS =
      named("close|closeOnCompletion|abort|unwrap|isWrapperFor").negate();

  private static void connection(Connection connection, Database database) {
    Sweep.methods(Connection.class, HARMLESS.and(named("create.*|prepare.*").negate()))
        .forEach(method -> Sweep.call(connection, method));
    Sweep.methods(Connection.class, named("create.*|prepare.*"))
        .forEach(method -> Sweep.call(connection, method));
  }

  private static void statement(Connection connection, Database database) throws SQLException {
    Statement statement = connection.createStatement();
    statement.executeQuery(ALL);
    Sweep.methods(Statement.class, HARMLESS).forEach(method -> Sweep.call(statement, method));
    PreparedStatement prepared = connection.prepareStatement(ALL);
    Sweep.methods(PreparedStatement.class, HARMLESS.and(named("set.*").negate()))
        .forEach(method -> Sweep.call(prepared, method));
    describe(prepared);
  }

  private static void describe(PreparedStatement prepared) throws SQLException {
    ResultSetMetaData columns = prepared.getMetaData();
    Sweep.methods(ResultSetMetaData.class, HARMLESS).forEach(method -> Sweep.call(columns, method));
    ParameterMetaData parameters = prepared.getParameterMetaData();
    Sweep.methods(ParameterMetaData.class, HARMLESS)
        .forEach(method -> Sweep.call(parameters, method));
  }

  private static void setters(Connection connection, Database database) throws SQLException {
    PreparedStatement query = connection.prepareStatement("select " + database.parameter());
    Sweep.methods(PreparedStatement.class, named("set.*").and(first(int.class)))
        .forEach(
            method -> {
              Sweep.call(query, method);
              Script.read(query::executeQuery);
              attempt(query::clearParameters);
            });
  }

  private static void getters(Connection connection, Database database) throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery(ALL);
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        int position = column;
        Sweep.methods(ResultSet.class, named("get.*").and(first(int.class)))
            .forEach(method -> read(rows, method, position));
        String name = rows.getMetaData().getColumnName(column);
        Sweep.methods(ResultSet.class, named("get.*").and(first(String.class)))
            .forEach(method -> read(rows, method, name));
      }
    }
  }

  private static void read(ResultSet rows, Method method, Object column) {
    Sweep.call(rows, method, column);
    attempt(rows::wasNull);
  }

  private static void moves(Connection connection, Database database) throws SQLException {
    for (int type : new int[] {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE}) {
      attempt(() -> moves(connection.createStatement(type, ResultSet.CONCUR_READ_ONLY)));
    }
  }

  private static void moves(Statement statement) throws SQLException {
    ResultSet rows = statement.executeQuery(ALL);
    rows.next();
    Sweep.methods(
            ResultSet.class, HARMLESS.and(named("get.+|update.*|insertRow|deleteRow").negate()))
        .forEach(method -> Sweep.call(rows, method));
    Sweep.methods(ResultSet.class, named("get.+").and(method -> method.getParameterCount() == 0))
        .forEach(method -> Sweep.call(rows, method));
  }

  private static void updates(Connection connection, Database database) throws SQLException {
    Statement statement =
        database == Database.SQLITE
            ? connection.createStatement()
            : connection.createStatement(
                ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
    ResultSet rows = statement.executeQuery("select id, name, price, data from item order by id");
    rows.next();
    connection.createStatement().execute("delete from item where name = '7'"); // a sample
    Sweep.methods(ResultSet.class, named("update.+").and(first(int.class)))
        .forEach(method -> update(rows, method, method.getName().contains("Bin") ? 4 : 2));
    Sweep.methods(ResultSet.class, named("update.+").and(first(String.class)))
        .forEach(method -> update(rows, method, "NAME"));
    attempt(() -> rows.updateString(2, "screw"));
    attempt(rows::updateRow);
    attempt(rows::rowUpdated);
    attempt(rows::refreshRow);
    attempt(rows::moveToInsertRow);
    attempt(() -> rows.updateString("NAME", "bolt"));
    attempt(rows::insertRow);
    attempt(() -> rows.updateString("NAME", "screw"));
    attempt(rows::insertRow);
    attempt(rows::moveToCurrentRow);
    attempt(rows::deleteRow);
    attempt(rows::rowDeleted);
    Script.read(() -> connection.createStatement().executeQuery(ALL));
  }

  private static void update(ResultSet rows, Method method, Object column) {
    Sweep.call(rows, method, column);
    attempt(rows::cancelRowUpdates);
    Sweep.call(rows, method, column);
    attempt(rows::updateRow);
    attempt(() -> rows.getString(2));
    attempt(() -> rows.getBytes(4));
  }

  private static void metaDataOfAll(Connection connection, Database database) throws SQLException {
    metaData(connection.getMetaData(), null);
  }

  private static void metaDataOfItem(Connection connection, Database database) throws SQLException {
    metaData(connection.getMetaData(), database == Database.SQLITE ? "item" : "ITEM");
  }

  private static void metaData(DatabaseMetaData metaData, @Nullable String table) {
    Sweep.methods(DatabaseMetaData.class, HARMLESS)
        .forEach(
            method -> {
              if (Sweep.callWithTexts(metaData, method, table) instanceof ResultSet rows) {
                Script.read(() -> rows);
                attempt(() -> rows.getStatement());
                attempt(rows::close);
              }
            });
  }

  private static void callable(Connection connection, Database database) throws SQLException {
    attempt(() -> connection.prepareCall("{? = call length(?)}"));
    if (database == Database.H2) {
      CallableStatement call = connection.prepareCall("{? = call length(?)}");
      Sweep.methods(CallableStatement.class, named("register.*"))
          .forEach(method -> Sweep.call(call, method));
      Sweep.methods(CallableStatement.class, named("set.*"))
          .forEach(method -> Sweep.call(call, method));
      attempt(() -> call.setString(2, "three"));
      attempt(call::execute);
      Sweep.methods(CallableStatement.class, named("get.*").and(named("getMoreResults").negate()))
          .forEach(method -> Sweep.call(call, method));
      attempt(call::wasNull);
      attempt(call::close);
    }
  }
}
