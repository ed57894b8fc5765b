package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import org.mview.statement.DimensionPart.Attribute;
import org.mview.statement.DimensionPart.Determined;
import org.mview.statement.DimensionPart.Hierarchy;
import org.mview.statement.DimensionPart.JoinKey;
import org.mview.statement.DimensionPart.Level;

/** One level, hierarchy or attribute of a dimension. */
final class DimensionPartParser {
  private final Cursor cursor;

  private DimensionPartParser(Cursor cursor) {
    this.cursor = cursor;
  }

  static DimensionPart parse(Cursor cursor) {
    DimensionPartParser parser = new DimensionPartParser(cursor);
    if (cursor.accept("LEVEL")) {
      return parser.level();
    }
    if (cursor.accept("HIERARCHY")) {
      return parser.hierarchy();
    }
    if (cursor.accept("ATTRIBUTE")) {
      return parser.attribute();
    }
    throw cursor.unexpected("LEVEL, HIERARCHY or ATTRIBUTE");
  }

  private Level level() {
    Name name = Names.name(cursor, "the name of a level");
    cursor.expect("IS");
    return new Level(name, columns(), cursor.accept("SKIP", "WHEN", "NULL"));
  }

  private Hierarchy hierarchy() {
    Name name = Names.name(cursor, "the name of a hierarchy");
    cursor.expect("(");
    List<Name> levels = new ArrayList<>();
    levels.add(levelName());
    while (cursor.accept("CHILD", "OF")) {
      levels.add(levelName());
    }
    List<JoinKey> joinKeys = new ArrayList<>();
    while (cursor.accept("JOIN", "KEY")) {
      List<DimensionColumn> columns = columns();
      cursor.expect("REFERENCES");
      joinKeys.add(new JoinKey(columns, levelName()));
    }
    cursor.expect(")");
    return new Hierarchy(name, levels, joinKeys);
  }

  private Attribute attribute() {
    Name name = Names.name(cursor, "the name of an attribute");
    if (cursor.accept("DETERMINES")) {
      return new Attribute(name, List.of(new Determined(name, columns())));
    }
    List<Determined> determined = new ArrayList<>();
    do {
      cursor.expect("LEVEL");
      Name level = levelName();
      cursor.expect("DETERMINES");
      determined.add(new Determined(level, columns()));
    } while (cursor.at("LEVEL") && cursor.peek(2).is("DETERMINES"));
    return new Attribute(name, determined);
  }

  private Name levelName() {
    return Names.name(cursor, "the name of a level");
  }

  private List<DimensionColumn> columns() {
    List<DimensionColumn> columns = new ArrayList<>();
    if (!cursor.accept("(")) {
      columns.add(column());
      return columns;
    }
    do {
      if (columns.size() == Level.MOST_COLUMNS) {
        throw cursor.unexpected(") after " + Level.MOST_COLUMNS + " columns");
      }
      columns.add(column());
    } while (cursor.accept(","));
    cursor.expect(")");
    return columns;
  }

  private DimensionColumn column() {
    QualifiedName path = Names.qualifiedName(cursor, "table.column");
    QualifiedName table =
        path.owner()
            .orElseThrow(() -> cursor.unexpected("a point and a column behind the table's name"));
    return new DimensionColumn(table, path.name());
  }
}
