package org.mview.command;

import static org.mview.error.MViewError.COLUMN_MISSING;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Table.TableColumn;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.dimension.Dimension;
import org.mview.dimension.Dimension.Source;
import org.mview.dimension.LevelNames;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.DimensionColumn;
import org.mview.statement.DimensionPart;

/** The parts of a dimension as a statement has them → over the tables that are there. */
final class DimensionReader {
  private final Database database;
  private final ObjectNames names;
  private final Map<QualifiedName, TableInfo> tables = new LinkedHashMap<>();

  DimensionReader(Database database) {
    this.database = database;
    this.names = new ObjectNames(database);
  }

  /** What the tables that were looked at are like. */
  Map<QualifiedName, String> definitions() {
    Map<QualifiedName, String> definitions = new LinkedHashMap<>();
    tables.values().forEach(table -> definitions.put(table.name(), table.definition()));
    return definitions;
  }

  /**
   * A dimension with more parts.
   *
   * @throws org.mview.error.MViewException TABLE_MISSING, COLUMN_MISSING
   */
  Dimension added(Dimension to, List<DimensionPart> parts) throws SQLException {
    List<Dimension.Level> levels = new ArrayList<>(to.levels());
    List<Dimension.Hierarchy> hierarchies = new ArrayList<>(to.hierarchies());
    List<Dimension.Attribute> attributes = new ArrayList<>(to.attributes());
    for (DimensionPart part : parts) {
      if (part instanceof DimensionPart.Level level) {
        levels.add(
            new Dimension.Level(
                name(level.name()), sources(level.columns()), level.skipWhenNull()));
      } else if (part instanceof DimensionPart.Hierarchy hierarchy) {
        hierarchies.add(hierarchy(hierarchy));
      } else if (part instanceof DimensionPart.Attribute attribute) {
        attributes.addAll(attributes(attribute));
      }
    }
    return LevelNames.unified(to.with(levels, hierarchies, attributes));
  }

  private Dimension.Hierarchy hierarchy(DimensionPart.Hierarchy hierarchy) throws SQLException {
    List<Dimension.JoinKey> keys = new ArrayList<>();
    for (DimensionPart.JoinKey key : hierarchy.joinKeys()) {
      keys.add(new Dimension.JoinKey(sources(key.columns()), name(key.parent())));
    }
    return new Dimension.Hierarchy(
        name(hierarchy.name()), hierarchy.levels().stream().map(this::name).toList(), keys);
  }

  private List<Dimension.Attribute> attributes(DimensionPart.Attribute attribute)
      throws SQLException {
    List<Dimension.Attribute> attributes = new ArrayList<>();
    for (DimensionPart.Determined determined : attribute.determined()) {
      attributes.add(
          new Dimension.Attribute(
              name(attribute.name()), name(determined.level()), sources(determined.columns())));
    }
    return attributes;
  }

  private Identifier name(org.mview.statement.Name name) {
    return names.identifier(name);
  }

  private List<Source> sources(List<DimensionColumn> columns) throws SQLException {
    List<Source> sources = new ArrayList<>();
    for (DimensionColumn column : columns) {
      sources.add(source(names.any(column.table()), name(column.column())));
    }
    return sources;
  }

  /**
   * Looks whether all that a dimension speaks of is still there.
   *
   * @throws org.mview.error.MViewException TABLE_MISSING, COLUMN_MISSING
   */
  void look(Dimension dimension) throws SQLException {
    for (Source source : dimension.sources().distinct().toList()) {
      source(source.table(), source.column());
    }
  }

  private Source source(QualifiedName tableName, Identifier columnName) throws SQLException {
    TableInfo table = table(tableName);
    List<Identifier> columns = table.table().columns().stream().map(TableColumn::name).toList();
    Identifier column =
        Optional.of(columnName)
            .filter(columns::contains)
            .or(() -> columns.stream().filter(c -> Dimension.isSame(c, columnName)).findFirst())
            .orElseThrow(() -> COLUMN_MISSING.of(table.name(), columnName));
    return new Source(table.name(), column);
  }

  private TableInfo table(QualifiedName name) throws SQLException {
    TableInfo known = tables.get(name);
    if (known != null) {
      return known;
    }
    TableInfo found = database.table(name).orElseThrow(() -> TABLE_MISSING.of(name));
    if (found.kind() == TableInfo.Kind.TEMPORARY) {
      throw NOT_SUPPORTED.of(
          "a dimension over temporary table " + name, "others cannot see it: make it a table");
    }
    tables.put(name, found);
    return found;
  }
}
