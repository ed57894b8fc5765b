package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import org.mview.database.Database;
import org.mview.explain.Examined;
import org.mview.explain.Explanation;
import org.mview.explain.Section;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.statement.ExplainMaterializedView;

/**
 * EXPLAIN MATERIALIZED VIEW: puts the explanation into a temporary table, from which the
 * application's own statement reads it.
 */
final class ExplainView {
  private static final List<Identifier> COLUMNS =
      List.of(
          Identifier.of("number"),
          Identifier.of("place"),
          Identifier.of("section"),
          Identifier.of("line"));

  private static final Query TYPES =
      new Query.Verbatim("SELECT 1 AS number, 1 AS place, '' AS section, '' AS line");

  /** So many explanations may still be being read when one more is asked for. */
  private static final int KEPT = 8;

  private final ExplainMaterializedView command;
  private final Work work;
  private final Database database;

  ExplainView(ExplainMaterializedView command, Work work) {
    this.command = command;
    this.work = work;
    this.database = work.database();
  }

  /** The query that answers with the lines of the explanation. */
  String run() throws SQLException {
    return store(new Examination(work).of(command.what(), this::sections));
  }

  private List<Section> sections(Examined examined, Work where) throws SQLException {
    return Explanation.of(examined, work.catalog(), database, where.stages());
  }

  private String store(List<Section> sections) throws SQLException {
    QualifiedName stage = database.stage("mview$explained");
    String table = database.name(stage);
    database.define(new Definition.CreateStage(stage, COLUMNS, TYPES));
    long number =
        1
            + database
                .readOne("SELECT COALESCE(MAX(number), 0) FROM " + table, row -> row.getLong(1))
                .orElse(0L);
    database.run("DELETE FROM %s WHERE number <= ?".formatted(table), number - KEPT);
    int place = 0;
    for (Section section : sections) {
      for (String line : section.lines()) {
        place++;
        database.run(
            "INSERT INTO %s (number, place, section, line) VALUES (?, ?, ?, ?)".formatted(table),
            number,
            place,
            section.title(),
            line);
      }
    }
    return "SELECT section AS SECTION, line AS LINE FROM %s WHERE number = %s ORDER BY place"
        .formatted(table, number);
  }
}
