package org.mview.refresh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
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
  private final Optional<String> first;

  private CommitProbe(String sql, List<Question> questions, long number, Optional<String> first) {
    this.sql = sql;
    this.questions = List.copyOf(questions);
    this.missing =
        questions.stream()
            .filter(Question::isOfNoUse)
            .map(Question::view)
            .collect(Collectors.toUnmodifiableSet());
    this.number = number;
    this.first = first;
  }

  /**
   * Where the answer about a log is, for one view.
   *
   * @param log empty for the notes of a view without logs
   */
  private record Question(long view, Optional<LogEntry> log, int place) {
    /** Whether nothing needs to be in the log for the view to have missed something. */
    boolean isOfNoUse() {
      return log.filter(entry -> entry.merging() && !entry.intact()).isPresent();
    }
  }

  /** The probe for these views. */
  public static CommitProbe of(Database database, Catalog catalog, List<View> views) {
    List<String> texts = new ArrayList<>();
    texts.add("(" + Registry.NUMBER + ")");
    texts.add(database.dialect().state().map(SessionState::read).orElse("NULL"));
    List<Question> questions = new ArrayList<>();
    Probe probe = new Probe(database, catalog);
    for (View view : views) {
      List<LogEntry> logs = catalog.logsOf(view);
      for (LogEntry log : logs) {
        questions.add(new Question(view.id(), Optional.of(log), texts.size() + 1));
        texts.add(probe.leastSign(view, log));
        texts.add(probe.seen(view, log));
      }
      if (logs.isEmpty()) {
        questions.add(new Question(view.id(), Optional.empty(), texts.size() + 1));
        texts.add(
            "(SELECT MAX(touched) FROM \"mview$touch\" WHERE view_id = %s)".formatted(view.id()));
      }
    }
    long number = catalog.version().number();
    return new CommitProbe(
        "SELECT " + String.join(", ", texts),
        questions,
        number,
        first(database, questions, number));
  }

  /**
   * Where the logs are empty but for what is doubtful, it is cheaper to ask first whether anything
   * is to be told at all: then there is a row.
   */
  private static Optional<String> first(Database database, List<Question> questions, long number) {
    if (!questions.stream()
        .allMatch(q -> q.log().filter(LogEntry::merging).isPresent() && !q.isOfNoUse())) {
      return Optional.empty();
    }
    String pending =
        questions.stream()
            .map(question -> database.name(question.log().orElseThrow().log().table()))
            .distinct()
            .map(" OR EXISTS (SELECT 1 FROM %s)"::formatted)
            .collect(Collectors.joining());
    return Optional.of("%s WHERE number <> %s%s".formatted(Registry.NUMBER, number, pending));
  }

  /** What the database answers now. */
  public Answer ask(Database database) throws SQLException {
    if (first.isPresent() && database.readOneOften(first.get(), row -> true).isEmpty()) {
      return new Answer(number, null, Map.of());
    }
    return database.readOneOften(sql, this::answer).orElseThrow();
  }

  private Answer answer(ResultSet row) throws SQLException {
    Map<Long, Map<Long, LogState>> states = new HashMap<>();
    for (Long view : missing) {
      states.put(view, new HashMap<>());
    }
    for (Question question : questions) {
      int least = row.getInt(question.place());
      if (least != 0) {
        Map<Long, LogState> ofView = states.computeIfAbsent(question.view(), v -> new HashMap<>());
        if (question.log().isPresent()) {
          LogEntry log = question.log().get();
          LogState state = LogState.of(least, row.getLong(question.place() + 1), log);
          ofView.put(log.log().id(), state);
        }
      }
    }
    return new Answer(row.getLong(1), row.getObject(2), states);
  }

  /**
   * What the database has answered.
   *
   * @param number of the registry
   * @param session what of the session is to be put back
   * @param states for each view that has something pending, the logs in which it is
   */
  public record Answer(
      long number, @Nullable Object session, Map<Long, Map<Long, LogState>> states) {
    /** Whether there is anything to refresh. */
    public boolean isPending() {
      return !states.isEmpty();
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
