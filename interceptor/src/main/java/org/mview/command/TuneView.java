package org.mview.command;

import static org.mview.error.MViewError.TUNING_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.catalog.BuildMode;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.explain.Examined;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Masters;
import org.mview.refresh.Obstacle;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.Explained;
import org.mview.statement.FastText;
import org.mview.statement.LexicalRules;

/**
 * Finds what makes a view fast refreshable: the logs that it wants, and its statement with REFRESH
 * FAST. What other databases want besides, as COUNT(*) or row ids, is kept unseen here.
 */
final class TuneView {
  /** The number of what cannot be tuned at all, and of a table that is there already. */
  private static final String NOT_TUNABLE = "03112";

  private static final String PREBUILT = "03115";

  private final Work work;
  private final String text;
  private final List<String> implementation = new ArrayList<>();
  private final List<String> undo = new ArrayList<>();

  TuneView(Work work, String text) {
    this.work = work;
    this.text = text;
  }

  /** The statements that make the view, and what it takes. */
  List<String> implementation() {
    return implementation;
  }

  /** The statements that remove it. */
  List<String> undo() {
    return undo;
  }

  /**
   * Works them out.
   *
   * @throws org.mview.error.MViewException TUNING_NOT_POSSIBLE, with every reason
   */
  void run() throws SQLException {
    LexicalRules rules = LexicalRules.of(work.database().dialect().name());
    CreateMaterializedView given = FastText.parsed(text, rules);
    if (given.build() == BuildMode.PREBUILT) {
      throw TUNING_NOT_POSSIBLE.of(
          PREBUILT, given.name(), "ON PREBUILT TABLE says what it is to hold");
    }
    String fast = FastText.of(text, given, rules);
    Explained.Text explained = new Explained.Text(FastText.parsed(fast, rules), true);
    Map<QualifiedName, Set<Identifier>> needed =
        new Examination(work).of(explained, (examined, made) -> needed(given, examined, made));
    undo.add("DROP MATERIALIZED VIEW " + given.name());
    for (Map.Entry<QualifiedName, Set<Identifier>> log : needed.entrySet()) {
      log(log.getKey(), log.getValue());
    }
    implementation.add(fast);
  }

  /** The columns that a log of each table must hold. */
  private static Map<QualifiedName, Set<Identifier>> needed(
      CreateMaterializedView given, Examined examined, Work made) {
    String against =
        Stream.concat(
                examined.against().stream(),
                examined.againstFast().stream().filter(found -> found.reason().isPresent()))
            .map(Obstacle::text)
            .distinct()
            .collect(Collectors.joining("; "));
    if (!against.isEmpty()) {
      throw TUNING_NOT_POSSIBLE.of(NOT_TUNABLE, given.name(), against);
    }
    Map<QualifiedName, Set<Identifier>> needed = new LinkedHashMap<>();
    for (CompiledView part : examined.parts()) {
      Kept kept = part.kept().orElseThrow();
      for (QualifiedName master : Masters.of(kept.content())) {
        if (made.catalog().viewIn(master).filter(View::isInner).isEmpty()) {
          needed
              .computeIfAbsent(master, name -> new LinkedHashSet<>())
              .addAll(Masters.columns(kept.content(), master));
        }
      }
    }
    return needed;
  }

  private void log(QualifiedName master, Set<Identifier> needed) {
    String name = work.database().name(name(master));
    Optional<LogEntry> log = work.catalog().log(master);
    List<Identifier> missing =
        needed.stream()
            .filter(c -> log.filter(there -> there.log().columns().contains(c)).isEmpty())
            .toList();
    if (log.isEmpty()) {
      implementation.add(
          "CREATE MATERIALIZED VIEW LOG ON %s WITH ROWID, SEQUENCE%s INCLUDING NEW VALUES"
              .formatted(name, list(missing)));
      undo.add("DROP MATERIALIZED VIEW LOG ON " + name);
    } else if (!missing.isEmpty()) {
      implementation.add(
          "ALTER MATERIALIZED VIEW LOG FORCE ON %s ADD ROWID, SEQUENCE%s INCLUDING NEW VALUES"
              .formatted(name, list(missing)));
    }
  }

  /** By which a statement names it: a view, where the table holds one. */
  private QualifiedName name(QualifiedName master) {
    return work.catalog().viewIn(master).map(View::name).orElse(master);
  }

  private String list(List<Identifier> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream()
            .map(column -> work.database().dialect().quoted(column.text()))
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
