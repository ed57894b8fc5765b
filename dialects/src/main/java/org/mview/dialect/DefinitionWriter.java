package org.mview.dialect;

import java.util.ArrayList;
import java.util.List;
import org.mview.sql.Definition;

/** Writes the statements by which we make, change and remove objects. */
public final class DefinitionWriter {
  private final Clauses clauses;
  private final SqlWriter writer;
  private final boolean bareCopies;

  /** A writer for a database. */
  public DefinitionWriter(Dialect dialect) {
    this.clauses = dialect.clauses();
    this.writer = new SqlWriter(dialect);
    this.bareCopies = dialect.can(Capability.BARE_COPIES);
  }

  /** The statements of a definition. */
  public List<String> statements(Definition definition) {
    List<String> statements = new ArrayList<>(List.of(write(definition)));
    if (bareCopies && definition instanceof Definition.CreateTable table) {
      for (String constraint : table.constraints()) {
        statements.add("ALTER TABLE %s ADD %s".formatted(writer.name(table.name()), constraint));
      }
    }
    return statements;
  }

  /** The text of a definition. */
  public String write(Definition definition) {
    if (definition instanceof Definition.CreateTable table) {
      return clauses.createTable().render(table, writer);
    } else if (definition instanceof Definition.CreateStage stage) {
      return clauses.createStage().render(stage, writer);
    } else if (definition instanceof Definition.CreateIndex index) {
      return clauses.createIndex().render(index, writer);
    } else if (definition instanceof Definition.CreateView view) {
      return "CREATE VIEW %s AS %s".formatted(writer.name(view.name()), writer.write(view.query()));
    } else if (definition instanceof Definition.AddColumn add) {
      return "ALTER TABLE %s ADD COLUMN %s"
          .formatted(writer.name(add.table()), writer.column(add.column()));
    } else if (definition instanceof Definition.RenameTable rename) {
      return "ALTER TABLE %s RENAME TO %s"
          .formatted(writer.name(rename.table()), writer.name(rename.to()));
    }
    Definition.Drop drop = (Definition.Drop) definition;
    return "DROP %s IF EXISTS %s".formatted(drop.kind(), writer.name(drop.name()));
  }
}
