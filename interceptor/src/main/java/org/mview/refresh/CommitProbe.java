package org.mview.refresh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.SessionState;

/**
 * What a commit has to know, asked by one statement that is made once: the version of the tables,
 * what of the session is to be restored, and what each view ON COMMIT has not seen of its logs.
 */
public final class CommitProbe {
  private final String sql;
  private final List<View> views;
  private final Map<Long, Map<LogEntry, Integer>> places;
  private final Map<Long, Integer> touched;

  private CommitProbe(
      String sql,
      List<View> views,
      Map<Long, Map<LogEntry, Integer>> places,
      Map<Long, Integer> touched) {
    this.sql = sql;
    this.views = views;
    this.places = places;
    this.touched = touched;
  }

  /** The probe for these views. */
  public static CommitProbe of(Database database, Catalog catalog, List<View> views) {
    Questions questions = new Questions();
    questions.place("(" + database.dialect().schemaVersion() + ")");
    questions.place(database.dialect().state().read());
    Probe probe = new Probe(database, catalog);
    Map<Long, Map<LogEntry, Integer>> places = new HashMap<>();
    Map<Long, Integer> touched = new HashMap<>();
    for (View view : views) {
      Map<LogEntry, Integer> ofView = new LinkedHashMap<>();
      for (LogEntry log : catalog.logsOf(view)) {
        ofView.put(log, questions.place(probe.question(view, log)));
        questions.place(probe.seen(view, log));
      }
      places.put(view.id(), ofView);
      if (ofView.isEmpty()) {
        touched.put(
            view.id(),
            questions.place(
                "(SELECT MAX(touched) FROM \"mview$touch\" WHERE view_id = %d)"
                    .formatted(view.id())));
      }
    }
    return new CommitProbe(
        "SELECT " + String.join(", ", questions.texts), List.copyOf(views), places, touched);
  }

  /** Questions of one SELECT; a pair of a log's state stands together. */
  private static final class Questions {
    private final List<String> texts = new ArrayList<>();

    int place(String text) {
      texts.add(text);
      return texts.size();
    }
  }

  /** What the database answers now. */
  public Answer ask(Database database) throws SQLException {
    return database.readOne(sql, this::answer).orElseThrow();
  }

  private Answer answer(ResultSet row) throws SQLException {
    Map<Long, Map<LogEntry, LogState>> states = new HashMap<>();
    for (View view : views) {
      Map<LogEntry, LogState> ofView = new LinkedHashMap<>();
      boolean pending = false;
      for (Map.Entry<LogEntry, Integer> log : places.getOrDefault(view.id(), Map.of()).entrySet()) {
        LogState state =
            LogState.of(row.getInt(log.getValue()), row.getLong(log.getValue() + 1) == 0);
        ofView.put(log.getKey(), state);
        pending |= state.pending();
      }
      Integer touch = touched.get(view.id());
      if (pending || (touch != null && row.getInt(touch) != 0)) {
        states.put(view.id(), ofView);
      }
    }
    return new Answer(row.getLong(1), row.getObject(2), states);
  }

  /**
   * What the database has answered.
   *
   * @param version of its tables
   * @param session what of the session is to be restored
   * @param states of the logs of each view that has something pending
   */
  public record Answer(long version, Object session, Map<Long, Map<LogEntry, LogState>> states) {
    /** Whether there is anything to refresh. */
    public boolean isPending() {
      return !states.isEmpty();
    }

    /** Whether something is pending for a view. */
    public boolean concerns(View view) {
      return states.containsKey(view.id());
    }

    /** The states of a view's logs. */
    public Map<LogEntry, LogState> of(View view) {
      return states.getOrDefault(view.id(), Map.of());
    }

    /** Puts back what the application could see of the statements before ours. */
    public void restoreSession(Database database, Stages stages) throws SQLException {
      SessionState state = database.dialect().state();
      stages.makeOnce(state.prepare());
      database.run(state.restore(), session);
    }
  }
}
