package org.mview.generated;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.generated.Finding.Kind;

/**
 * Looks at the views as another program does, and compares them with their queries.
 *
 * <p>Whatever is said to be fresh must be right, at any moment; a view ON COMMIT must be fresh
 * after each commit, and every view after its refresh.
 */
final class Judge {
  private static final String STATES =
      """
      SELECT MVIEW_NAME, REFRESH_METHOD, REFRESH_MODE, STALENESS, LAST_REFRESH_TYPE \
      FROM user_mviews""";

  private final Connection raw;
  private final Idiom idiom;
  private final boolean big;
  private final Coverage coverage;
  private final Map<String, Watched> views = new LinkedHashMap<>();
  private List<List<@Nullable Object>> version = List.of();
  private int looks;

  Judge(Connection raw, Idiom idiom, boolean big, Coverage coverage) {
    this.raw = raw;
    this.idiom = idiom;
    this.big = big;
    this.coverage = coverage;
  }

  /** A view, and whether something was done after which less is promised of it. */
  private static final class Watched {
    private final ViewModel model;
    private boolean filled;
    private boolean changed;

    Watched(ViewModel model) {
      this.model = model;
      this.filled = !model.isDeferred();
    }

    boolean isKeptByCommits() {
      return model.isOnCommit() && filled && !changed;
    }

    boolean mustBeFast() {
      return model.kind().isDerivable() && filled && !changed && model.method().equals("FAST");
    }
  }

  private record State(String method, String mode, String staleness, String lastType) {}

  void created(ViewModel view, String warning) {
    views.put(view.name(), new Watched(view));
    coverage.count(view, warning);
  }

  void dropped(String view) {
    views.remove(view);
    changed();
  }

  void altered(String view) {
    Optional.ofNullable(views.get(view)).ifPresent(v -> v.changed = true);
  }

  /** A table has changed, or a view that others may read. */
  void changed() {
    views.values().forEach(v -> v.changed = true);
  }

  /** Whether all views can be refreshed: those that cannot may stand in the way of others. */
  boolean areAllValid() {
    return views.values().stream().allMatch(v -> isValid(v.model));
  }

  boolean isValid(ViewModel view) {
    try {
      Rows.of(raw, view.query());
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  boolean knows(String view) {
    return views.containsKey(view);
  }

  boolean mustBeFast(String view) {
    return views.containsKey(view) && views.get(view).mustBeFast();
  }

  /** Looks at everything, if anything was committed since, and nobody has locked it. */
  Optional<Finding> look() throws SQLException {
    return unlessLocked(this::lookIfChanged);
  }

  /** Looks. */
  private interface Looking {
    Optional<Finding> look() throws SQLException;
  }

  /** What is locked until a transaction of the same thread ends can be seen after it. */
  private Optional<Finding> unlessLocked(Looking looking) throws SQLException {
    try {
      return looking.look();
    } catch (SQLException e) {
      if (!idiom.excuses().isBusy(e)) {
        throw e;
      }
      version = List.of();
      return Optional.empty();
    }
  }

  private Optional<Finding> lookIfChanged() throws SQLException {
    List<List<@Nullable Object>> now = Rows.of(raw, idiom.version());
    if (now.equals(version)) {
      return Optional.empty();
    }
    version = now;
    return lookAtAll();
  }

  /** Looks at everything that nobody has locked. */
  Optional<Finding> lookNow() throws SQLException {
    return unlessLocked(this::lookAtAll);
  }

  /** Looks at everything that nobody has locked, and asks the dictionary of it. */
  Optional<Finding> lookAtLast() throws SQLException {
    return unlessLocked(this::lookByDictionary);
  }

  private Optional<Finding> lookAtAll() throws SQLException {
    looks++;
    return looks % idiom.looks() != 0 && areAllRight() ? Optional.empty() : lookByDictionary();
  }

  private Optional<Finding> lookByDictionary() throws SQLException {
    if (views.isEmpty()) {
      return Optional.empty();
    }
    Map<String, State> states = states();
    for (Watched view : views.values()) {
      Optional<Finding> finding = look(view, states);
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  /**
   * Whether each view that is kept by commits has the rows of its query, or its query fails. The
   * others mostly have not, and only the dictionary knows whether they should.
   */
  private boolean areAllRight() throws SQLException {
    for (Watched view : views.values()) {
      if (view.isKeptByCommits() && compared(view.model).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Finding> look(Watched view, Map<String, State> states) throws SQLException {
    State state = states.get(key(view.model.plainName()));
    if (state == null) {
      return found(Kind.STALE, "%s is not in USER_MVIEWS".formatted(view.model.name()));
    } else if (state.staleness.equals("FRESH")) {
      return compared(view.model);
    }
    boolean mustBeFresh = state.mode.equals("COMMIT") && view.filled && !view.changed;
    return mustBeFresh && state.staleness.equals("STALE") && areAllValid()
        ? found(Kind.STALE, "%s, ON COMMIT, is %s".formatted(view.model.name(), state))
        : Optional.empty();
  }

  /** Those of these views that there are. */
  List<ViewModel> known(Set<String> names) {
    return names.stream().filter(this::knows).map(name -> views.get(name).model).toList();
  }

  /** What must hold of views that have just been refreshed. */
  Optional<Finding> refreshed(Step.Refresh refresh, Foretold foretold) throws SQLException {
    return unlessLocked(() -> refreshedNow(refresh, foretold));
  }

  private Optional<Finding> refreshedNow(Step.Refresh refresh, Foretold foretold)
      throws SQLException {
    Map<String, State> states = states();
    for (ViewModel model : known(refresh.views())) {
      Watched view = views.get(model.name());
      State state = states.get(key(model.plainName()));
      Optional<Finding> finding = refreshed(view, state, refresh.fast());
      if (finding.isEmpty() && state != null) {
        finding = foretold(model, refresh.method().orElse(state.method), state, foretold);
      }
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> foretold(
      ViewModel view, String method, State state, Foretold foretold) {
    if (foretold.contradicts(view.name(), method, state.lastType)) {
      return found(
          Kind.EXPLAINED,
          "%s is %s by %s, and EXPLAIN_MVIEW said %s"
              .formatted(view.name(), state, method, foretold));
    }
    coverage.countForetold(foretold.fast().containsKey(view.name()) ? 1 : 0);
    return Optional.empty();
  }

  private Optional<Finding> refreshed(Watched view, @Nullable State state, boolean fast)
      throws SQLException {
    boolean mustBeFast = fast && view.mustBeFast();
    view.filled = true;
    boolean excused = view.changed || view.model.unheard();
    if (state == null || !(state.staleness.equals("FRESH") || excused || isNoted(state))) {
      return found(Kind.STALE, "%s, refreshed, is %s".formatted(view.model.name(), state));
    } else if (mustBeFast && !state.lastType.equals("FAST")) {
      return found(Kind.NOT_FAST, "%s is %s".formatted(view.model.name(), state));
    }
    coverage.countRefresh(view.model, state.lastType);
    return compared(view.model);
  }

  private boolean isNoted(State state) throws SQLException {
    String openElsewhere = idiom.transactions().openElsewhere();
    return state.lastType.equals("COMPLETE")
        && !openElsewhere.isEmpty()
        && !Rows.of(raw, openElsewhere).isEmpty();
  }

  private Optional<Finding> compared(ViewModel view) throws SQLException {
    List<List<@Nullable Object>> expected;
    try {
      expected = Rows.of(raw, view.query());
    } catch (SQLException e) {
      if (idiom.excuses().isBusy(e)) {
        throw e;
      }
      boolean overflow = idiom.excuses().isOverflow(e);
      return overflow || views.get(view.name()).changed
          ? Optional.empty()
          : found(Kind.STALE, "%s is FRESH, and its query fails: %s".formatted(view.name(), e));
    }
    coverage.countComparison();
    return new Comparison(
            view.model().sameness(), big, idiom.domains().scales(), idiom.domains().folded())
        .difference(Rows.of(raw, "SELECT * FROM " + view.name()), expected)
        .flatMap(d -> found(Kind.ROWS, view.name() + d));
  }

  private static Optional<Finding> found(Kind kind, String what) {
    return Optional.of(new Finding(kind, what));
  }

  /** Some databases keep names in capitals. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Map<String, State> states() throws SQLException {
    Map<String, State> states = new LinkedHashMap<>();
    for (List<@Nullable Object> row : Rows.of(raw, STATES)) {
      states.put(
          key(String.valueOf(row.get(0))),
          new State(
              String.valueOf(row.get(1)),
              String.valueOf(row.get(2)),
              String.valueOf(row.get(3)),
              String.valueOf(row.get(4))));
    }
    return states;
  }
}
