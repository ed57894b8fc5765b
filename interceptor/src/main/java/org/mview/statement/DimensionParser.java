package org.mview.statement;

import static org.mview.error.MViewError.DIMENSION_ADDS_AND_DROPS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.DimensionPart.Drop;

/** Statements about dimensions, from behind the word DIMENSION. */
final class DimensionParser {
  private DimensionParser() {}

  static Command create(Cursor cursor) {
    QualifiedName name = Names.qualifiedName(cursor, "the name of a dimension");
    if (!cursor.at("LEVEL")) {
      throw cursor.unexpected("LEVEL");
    }
    List<DimensionPart> parts = new ArrayList<>();
    while (!cursor.atEnd()) {
      parts.add(DimensionPartParser.parse(cursor));
    }
    if (parts.stream().allMatch(part -> part instanceof DimensionPart.Level)) {
      throw cursor.unexpected("HIERARCHY or ATTRIBUTE");
    }
    return new CreateDimension(name, parts);
  }

  static Command alter(Cursor cursor) {
    QualifiedName name = Names.qualifiedName(cursor, "the name of a dimension");
    if (cursor.accept("COMPILE")) {
      cursor.expectEnd();
      return new AlterDimension(name, List.of(), List.of());
    }
    List<DimensionPart> added = new ArrayList<>();
    List<Drop> dropped = new ArrayList<>();
    do {
      if (cursor.accept("ADD")) {
        added.add(DimensionPartParser.parse(cursor));
      } else if (cursor.accept("DROP")) {
        dropped.add(dropped(cursor));
      } else {
        throw cursor.unexpected("ADD, DROP or COMPILE");
      }
    } while (!cursor.atEnd());
    if (!added.isEmpty() && !dropped.isEmpty()) {
      throw DIMENSION_ADDS_AND_DROPS.of(name);
    }
    return new AlterDimension(name, added, dropped);
  }

  static Command drop(Cursor cursor) {
    QualifiedName name = Names.qualifiedName(cursor, "the name of a dimension");
    cursor.expectEnd();
    return new DropDimension(name);
  }

  private static Drop dropped(Cursor cursor) {
    if (cursor.accept("LEVEL")) {
      Name level = Names.name(cursor, "the name of a level");
      boolean cascade = cursor.accept("CASCADE");
      if (!cascade) {
        cursor.accept("RESTRICT");
      }
      return new Drop.Level(level, cascade);
    }
    if (cursor.accept("HIERARCHY")) {
      return new Drop.Hierarchy(Names.name(cursor, "the name of a hierarchy"));
    }
    if (cursor.accept("ATTRIBUTE")) {
      return attribute(cursor);
    }
    throw cursor.unexpected("LEVEL, HIERARCHY or ATTRIBUTE");
  }

  private static Drop attribute(Cursor cursor) {
    Name name = Names.name(cursor, "the name of an attribute");
    if (!cursor.accept("LEVEL")) {
      return new Drop.Attribute(name, Optional.empty(), List.of());
    }
    Name level = Names.name(cursor, "the name of a level");
    List<Name> columns = new ArrayList<>();
    if (cursor.at("COLUMN")) {
      do {
        cursor.expect("COLUMN");
        columns.add(Names.name(cursor, "a column"));
      } while (cursor.accept(","));
    }
    return new Drop.Attribute(name, Optional.of(level), columns);
  }
}
