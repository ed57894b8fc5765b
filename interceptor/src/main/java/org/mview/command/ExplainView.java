package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.explain.Examined;
import org.mview.explain.Explanation;
import org.mview.explain.Section;
import org.mview.statement.ExplainMaterializedView;

/** EXPLAIN MATERIALIZED VIEW: answers with the explanation, line by line. */
final class ExplainView {
  private final ExplainMaterializedView command;
  private final Work work;

  ExplainView(ExplainMaterializedView command, Work work) {
    this.command = command;
    this.work = work;
  }

  /** The query that answers with the lines of the explanation. */
  String run() throws SQLException {
    return store(new Examination(work).of(command.what(), this::sections));
  }

  private List<Section> sections(Examined examined, Work where) throws SQLException {
    return Explanation.of(examined, work.catalog(), work.database(), where.stages());
  }

  private String store(List<Section> sections) throws SQLException {
    List<List<String>> lines = new ArrayList<>();
    for (Section section : sections) {
      section.lines().forEach(line -> lines.add(List.of(section.title(), line)));
    }
    return new AnswerRows(work.database())
        .store("mview$explained", List.of("section", "line"), lines);
  }
}
