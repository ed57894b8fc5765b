package org.mview.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A materialized view, with what the judge must know of it.
 *
 * @param method FAST, FORCE, COMPLETE, or empty where nothing is said
 * @param mode ON COMMIT, ON DEMAND, or empty where nothing is said
 * @param rest further clauses
 * @param contents what its query has in it
 * @param masters the tables and views that it reads, also by other views
 * @param unheard whether rows that it reads may change and nobody hears of it: then it is refreshed
 *     completely, on demand, and whether it is stale is not known
 */
record ViewModel(
    String name,
    ViewClass kind,
    QueryModel model,
    String method,
    String mode,
    String rest,
    Set<Feature> contents,
    Set<String> masters,
    boolean unheard)
    implements Source {
  ViewModel {
    contents = Set.copyOf(contents);
    masters = Set.copyOf(masters);
  }

  String query() {
    return model.text();
  }

  String create() {
    String refresh = method.isEmpty() && mode.isEmpty() ? "" : " REFRESH " + method + mode;
    return "CREATE MATERIALIZED VIEW %s%s%s AS %s".formatted(name, rest, refresh, query());
  }

  @Override
  public List<ColumnModel> columns() {
    return model.columns();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.VIEW_ON_VIEW);
  }

  @Override
  public Set<String> bases() {
    Set<String> bases = new HashSet<>(masters);
    bases.add(name);
    return bases;
  }

  boolean isOnCommit() {
    return mode.contains("COMMIT");
  }

  boolean isDeferred() {
    return rest.contains("DEFERRED");
  }

  /** As the dictionary has the name. */
  String plainName() {
    return Names.plain(name);
  }

  /** As a text literal holds it. */
  String listed() {
    return "'" + name.replace("'", "''") + "'";
  }

  /** The same with a smaller query, in all ways. */
  List<ViewModel> smaller() {
    List<ViewModel> smaller = new ArrayList<>();
    model.smaller().forEach(m -> smaller.add(with(m, rest)));
    if (!rest.isEmpty()) {
      smaller.add(with(model, ""));
    }
    return smaller;
  }

  private ViewModel with(QueryModel query, String clauses) {
    return new ViewModel(name, kind, query, method, mode, clauses, contents, masters, unheard);
  }
}
