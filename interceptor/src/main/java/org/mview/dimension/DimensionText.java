package org.mview.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** A dimension as the statement that makes it, line by line. */
public final class DimensionText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$#]*");

  private final UnaryOperator<String> fold;

  /**
   * Texts for a database.
   *
   * @param fold what it does to a name without quotes
   */
  public DimensionText(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** The lines, without a semicolon. */
  public List<String> lines(Dimension dimension) {
    List<String> lines = new ArrayList<>();
    lines.add("CREATE DIMENSION " + name(dimension.name()));
    dimension.levels().forEach(level -> lines.add("  " + text(level)));
    dimension.hierarchies().forEach(hierarchy -> lines.add("  " + text(hierarchy)));
    dimension.attributes().forEach(attribute -> lines.add("  " + text(attribute)));
    return lines;
  }

  private String text(Level level) {
    String skip = level.skipWhenNull() ? " SKIP WHEN NULL" : "";
    return "LEVEL %s IS %s%s".formatted(name(level.name()), columns(level.columns()), skip);
  }

  private String text(Hierarchy hierarchy) {
    String levels =
        hierarchy.levels().stream().map(this::name).collect(Collectors.joining(" CHILD OF "));
    String keys =
        hierarchy.joinKeys().stream()
            .map(
                k -> " JOIN KEY %s REFERENCES %s".formatted(columns(k.columns()), name(k.parent())))
            .collect(Collectors.joining());
    return "HIERARCHY %s (%s%s)".formatted(name(hierarchy.name()), levels, keys);
  }

  private String text(Attribute attribute) {
    return "ATTRIBUTE %s LEVEL %s DETERMINES %s"
        .formatted(name(attribute.name()), name(attribute.level()), columns(attribute.columns()));
  }

  private String columns(List<Source> columns) {
    return columns.stream()
        .map(column -> name(column.table()) + "." + name(column.column()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String name(QualifiedName name) {
    return name.schema().map(schema -> name(schema) + ".").orElse("") + name(name.name());
  }

  private String name(Identifier name) {
    String text = name.text();
    boolean isPlain = PLAIN.matcher(text).matches() && fold.apply(text).equals(text);
    return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
