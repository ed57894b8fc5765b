package org.mview.refresh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Marks;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.database.Request;
import org.mview.dialect.Mark;
import org.mview.dialect.SessionState;

/**
 * What a commit has to know, asked by one statement that is made once: whether the views are still
 * those that are known, what of the session is to be put back, and what each view ON COMMIT has not
 * seen of its logs.
 */
public final class CommitProbe {
  private final String sql;
  private final List<Question> questions;

  /** Views of which the answers say nothing: they have missed something in any case. */
  private final Set<Long> missing;

  private final long number;

  /** Asks, where triggers merge, whether anything is to be told at all. */
  private final Optional<String> first;

  private CommitProbe(String sql, List<Question> questions, Set<Long> missing, Catalog catalog) {
    this.sql = sql;
    this.questions = List.copyOf(questions);
    this.missing = Set.copyOf(missing);
    this.number = catalog.version().number();
    this.first =
        missing.isEmpty() && questions.stream().allMatch(q -> q.isMarked(catalog))
            ? Optional.of(
                "%s WHERE number <> %s OR %s".formatted(Registry.NUMBER, number, Marks.ANY))
            : Optional.empty();
  }

  /**
   * Where an answer about a view is.
   *
   * @param log the log of which it tells what is pending in it; empty for the notes of a view
   *     without logs, and for the mark of one that triggers keep
   */
  private record Question(View view, Optional<LogEntry> log, int place) {
    /** Whether there is a mark when there is an answer. */
    boolean isMarked(Catalog catalog) {
      return catalog.isMerged(view) && log.stream().allMatch(l -> l.merging() || l.marking());
    }
  }

  /** The probe for these views. */
  public static CommitProbe of(Database database, Catalog catalog, List<View> views) {
    List<String> texts = new ArrayList<>();
    texts.add("(" + Registry.NUMBER + ")");
    texts.add(database.dialect().state().map(SessionState::read).orElse("NULL"));
    texts.add(views.stream().anyMatch(catalog::isMerged) ? number(Marks.ANY) : "NULL");
    List<Question> questions = new ArrayList<>();
    Set<Long> missing = new HashSet<>();
    Probe probe = new Probe(database, catalog);
    for (View view : views) {
      List<LogEntry> logs = catalog.logsOf(view);
      for (LogEntry log : logs) {
        questions.add(new Question(view, Optional.of(log), texts.size() + 1));
        texts.add(probe.leastSign(view, log));
        texts.add(probe.seen(view, log));
        if (log.merging() && !log.intact()) {
          missing.add(view.id());
        }
      }
      if (logs.isEmpty() || catalog.isMerged(view)) {
        questions.add(new Question(view, Optional.empty(), texts.size() + 1));
        texts.add(
            logs.isEmpty()
                ? "(SELECT MAX(touched) FROM \"mview$touch\" WHERE view_id = %s)"
                    .formatted(view.id())
                : number(new Mark(view.id()).isThere()));
      }
    }
    return new CommitProbe(
        database.dialect().selecting(String.join(", ", texts)), questions, missing, catalog);
  }

  /** What is true or false is no number everywhere. */
  private static String number(String condition) {
    return "CASE WHEN %s THEN 1 ELSE 0 END".formatted(condition);
  }

  /** What the database answers now. */
  public Answer ask(Database database) throws SQLException {
    if (first.isPresent() && database.readOneOften(first.get(), row -> true).isEmpty()) {
      return new Answer(number, null, false, Map.of());
    }
    return database.readOneOften(sql, this::answer).orElseThrow();
  }

  /** The question as it is asked behind another one, whatever that one answers. */
  Request<Answer> request() {
    return new Request<>(sql, this::answer);
  }

  private Answer answer(ResultSet row) throws SQLException {
    Map<Long, Map<Long, LogState>> states = new HashMap<>();
    for (Long view : missing) {
      states.put(view, new HashMap<>());
    }
    for (Question question : questions) {
      int least = row.getInt(question.place());
      if (least != 0) {
        Map<Long, LogState> ofView =
            states.computeIfAbsent(question.view().id(), v -> new HashMap<>());
        if (question.log().isPresent()) {
          LogState state = LogState.of(least, row.getLong(question.place() + 1));
          ofView.put(question.log().get().log().id(), state);
        }
      }
    }
    return new Answer(row.getLong(1), row.getObject(2), row.getInt(3) != 0, states);
  }

  /**
   * What the database has answered.
   *
   * @param number of the registry
   * @param session what of the session is to be put back
   * @param marked whether there are marks to be taken out
   * @param states for each view that has something pending, the logs in which it is
   */
  public record Answer(
      long number,
      @Nullable Object session,
      boolean marked,
      Map<Long, Map<Long, LogState>> states) {
    /** Whether there is anything to do. */
    public boolean isPending() {
      return marked || !states.isEmpty();
    }

    /** Whether something is pending for a view. */
    public boolean concerns(View view) {
      return states.containsKey(view.id());
    }

    /** The states of the logs in which something is pending for a view. */
    public Map<Long, LogState> of(View view) {
      return states.getOrDefault(view.id(), Map.of());
    }
  }
}
