package org.mview.dialect;

import java.util.ArrayList;
import java.util.List;
import org.mview.sql.Definition;
import org.mview.sql.Definition.ColumnDefinition;
import org.mview.sql.Statement;
import org.mview.sql.Type;

/** Writes the statements by which we make, change and remove objects. */
public final class DefinitionWriter {
  private final Dialect dialect;
  private final SqlWriter writer;

  /** A writer for a database. */
  public DefinitionWriter(Dialect dialect) {
    this.dialect = dialect;
    this.writer = new SqlWriter(dialect);
  }

  /** The text of a definition. */
  public String write(Definition definition) {
    if (definition instanceof Definition.CreateTable table) {
      List<String> parts = new ArrayList<>(table.columns().stream().map(this::column).toList());
      parts.addAll(table.constraints());
      return "CREATE TABLE %s (%s)".formatted(writer.name(table.name()), SqlWriter.list(parts));
    } else if (definition instanceof Definition.CreateStage stage) {
      return dialect
          .clauses()
          .createStage()
          .formatted(writer.name(stage.name()), writer.names(stage.columns()));
    } else if (definition instanceof Definition.CreateIndex index) {
      return index(index);
    } else if (definition instanceof Definition.CreateView view) {
      return "CREATE VIEW %s AS %s".formatted(writer.name(view.name()), writer.write(view.query()));
    } else if (definition instanceof Definition.AddColumn add) {
      return "ALTER TABLE %s ADD COLUMN %s"
          .formatted(writer.name(add.table()), column(add.column()));
    } else if (definition instanceof Definition.RenameTable rename) {
      return "ALTER TABLE %s RENAME TO %s"
          .formatted(writer.name(rename.table()), writer.name(rename.to()));
    }
    Definition.Drop drop = (Definition.Drop) definition;
    return "DROP %s IF EXISTS %s".formatted(drop.kind(), writer.name(drop.name()));
  }

  private String column(ColumnDefinition column) {
    Type type = column.type();
    StringBuilder text = new StringBuilder(writer.name(column.name()));
    if (!type.declaration().isEmpty()) {
      text.append(' ').append(type.declaration());
    }
    type.collation().ifPresent(name -> text.append(" COLLATE ").append(dialect.quoted(name)));
    if (!type.nullable()) {
      text.append(" NOT NULL");
    }
    return text.toString();
  }

  private String index(Definition.CreateIndex index) {
    return "CREATE %s %s ON %s (%s)"
        .formatted(
            index.unique() ? "UNIQUE INDEX" : "INDEX",
            writer.name(index.name()),
            writer.name(index.table().name()),
            index.unique()
                ? writer.key(index.key())
                : writer.names(index.key().stream().map(Statement.Key::column).toList()));
  }
}
