package org.mview.delta;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.algebra.Table;
import org.mview.delta.Bag.Row;
import org.mview.dialect.DefinitionWriter;
import org.mview.dialect.SqlWriter;
import org.mview.dialect.sqlite.Sqlite;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/** The container of a view in SQLite, and all that was said to make it and to refresh it. */
final class SqliteContainer {
  private static final QualifiedName NAME = QualifiedName.of("main", "v");

  private final Connection connection;
  private final SqlWriter writer = new SqlWriter(Sqlite.DIALECT);
  private final DefinitionWriter definitions = new DefinitionWriter(Sqlite.DIALECT);
  private final Kept kept;
  private final Places places;
  private final List<String> statements = new ArrayList<>();

  SqliteContainer(Connection connection, Kept kept) throws SQLException {
    this.connection = connection;
    this.kept = kept;
    this.places = places(kept);
    run("CREATE TABLE main.v (%s)".formatted(writer.names(places.columns())));
    if (!kept.identity().isEmpty()) {
      run(definitions.write(index()));
    }
    run(
        writer.write(
            new Statement.Insert(
                NAME,
                places.columns(),
                RefreshStatements.content(kept, places),
                Optional.empty())));
  }

  private static Places places(Kept kept) {
    List<Identifier> columns =
        IntStream.range(0, kept.columns().size()).mapToObj(i -> Identifier.of("v" + i)).toList();
    Map<QualifiedName, Places.LogTable> logs =
        RandomQuery.TABLES.stream()
            .collect(Collectors.toMap(Table::name, table -> log("log_" + table)));
    return new Places(NAME, columns, logs, QualifiedName.of("temp", "stage_"));
  }

  private static Places.LogTable log(String name) {
    return new Places.LogTable(QualifiedName.of(name), Identifier.of("sign"), List.of());
  }

  private Definition index() {
    List<Statement.Key> key =
        kept.identity().stream()
            .map(c -> new Statement.Key(places.columns().get(kept.columns().indexOf(c)), c.type()))
            .toList();
    return new Definition.CreateIndex(
        QualifiedName.of("main", "i"), NAME, key, kept.unique(), Set.of());
  }

  void run(RefreshPlan plan) throws SQLException {
    RefreshStatements refresh = RefreshStatements.of(plan, kept, places);
    for (RefreshStatements.Stage stage : refresh.stages()) {
      run("DROP TABLE IF EXISTS " + writer.name(stage.name()));
      run(
          definitions.write(
              new Definition.CreateStage(stage.name(), stage.columns(), stage.rows())));
    }
    for (Statement statement : refresh.statements()) {
      run(writer.write(statement));
    }
  }

  /** What it holds. */
  Bag rows() throws SQLException {
    Bag bag = new Bag();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM main.v")) {
      while (rows.next()) {
        List<Value> values = new ArrayList<>();
        for (int i = 1; i <= places.columns().size(); i++) {
          values.add(value(rows.getObject(i)));
        }
        bag.add(Row.of(values), 1);
      }
    }
    return bag;
  }

  private static Value value(Object object) {
    if (object == null) {
      return Value.NULL;
    }
    return object instanceof Double number
        ? Value.approximate(number)
        : Value.of(((Number) object).longValue());
  }

  /** All that was run. */
  String statements() {
    return String.join("\n", statements);
  }

  void drop() throws SQLException {
    run("DROP TABLE main.v");
  }

  private void run(String sql) throws SQLException {
    statements.add(sql);
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + statements(), e);
    }
  }
}
