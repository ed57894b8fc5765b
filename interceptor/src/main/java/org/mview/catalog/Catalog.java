package org.mview.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * All views and logs, as the registry had them at one version of the database's tables.
 *
 * @param version at which it was read
 * @param logs by the names of their masters
 * @param readers for each log, by its id, the ids of the views that read it; some may be gone, of
 *     which something is left over
 * @param reach names, in lower case, of the tables whose changes may change a master
 * @param statistics what is collected of refreshes on demand
 */
public record Catalog(
    Version version,
    Map<String, View> views,
    Map<String, LogEntry> logs,
    Map<Long, LogEntry> logsById,
    Map<Long, Set<Long>> readers,
    Set<String> reach,
    StatisticsSettings statistics) {

  /** A database that has no registry yet. */
  public static Catalog empty(Version version) {
    return new Catalog(
        version, Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), StatisticsSettings.DEFAULT);
  }

  /** The catalog of these entries. */
  static Catalog of(
      Version version,
      List<View> views,
      List<LogEntry> logs,
      Map<Long, Set<Long>> readers,
      Set<String> reach,
      StatisticsSettings statistics) {
    Map<String, View> viewsByName = new HashMap<>();
    for (View view : views) {
      viewsByName.put(key(view.name().name()), view);
    }
    Map<String, LogEntry> logsByMaster = new HashMap<>();
    Map<Long, LogEntry> logsById = new HashMap<>();
    for (LogEntry entry : logs) {
      logsByMaster.put(key(entry.log().master().name()), entry);
      logsById.put(entry.log().id(), entry);
    }
    return new Catalog(
        version,
        Map.copyOf(viewsByName),
        Map.copyOf(logsByMaster),
        Map.copyOf(logsById),
        Map.copyOf(readers),
        Set.copyOf(reach),
        statistics);
  }

  /** Under this a name is found, however it is written. */
  public static String key(Identifier name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  /** The user's view of this name. */
  public Optional<View> view(QualifiedName name) {
    return named(name).filter(view -> !view.isInner());
  }

  private Optional<View> named(QualifiedName name) {
    return Optional.ofNullable(views.get(key(name.name())));
  }

  /** The view of this id, which must be there. */
  public View view(long id) {
    return views.values().stream().filter(v -> v.id() == id).findFirst().orElseThrow();
  }

  /** The view whose rows are in this table. */
  public Optional<View> viewIn(QualifiedName table) {
    return views.values().stream()
        .filter(v -> key(v.container().table().name()).equals(key(table.name())))
        .findFirst();
  }

  /** The log of this master. */
  public Optional<LogEntry> log(QualifiedName master) {
    return Optional.ofNullable(logs.get(key(master.name())));
  }

  /** The log of this id, which must be there. */
  public LogEntry log(long id) {
    return logsById.get(id);
  }

  /** The logs that a view reads. */
  public List<LogEntry> logsOf(View view) {
    return logs.values().stream().filter(log -> reads(view, log)).toList();
  }

  /** Whether a view reads a log: whether its last complete refresh registered it there. */
  public boolean reads(View view, LogEntry log) {
    return readers.getOrDefault(log.log().id(), Set.of()).contains(view.id());
  }

  /** The views that read a log. */
  public List<View> readersOf(LogEntry log) {
    return views.values().stream().filter(view -> reads(view, log)).toList();
  }

  /** Whether a log has one reader, which therefore has seen nothing of what is in it. */
  public boolean isExclusive(LogEntry log) {
    return readers.getOrDefault(log.log().id(), Set.of()).size() == 1;
  }

  /**
   * Whether the triggers of another table merge its rows, joined with those of the master of this
   * log, and so rely on a mark that is put before those change.
   */
  public boolean isReliedOn(LogEntry log) {
    return mergingWith(log).findFirst().isPresent();
  }

  /** The logs whose triggers merge rows that are joined with those of the master of this log. */
  public Stream<LogEntry> mergingWith(LogEntry log) {
    return logs.values().stream()
        .filter(other -> other.merging() && other.log().id() != log.log().id())
        .filter(other -> readersOf(other).stream().anyMatch(view -> reads(view, log)));
  }

  /** The logs of the other tables that the readers of a log read. */
  public Set<LogEntry> logsBeside(LogEntry log) {
    return readersOf(log).stream()
        .flatMap(view -> logsOf(view).stream())
        .filter(other -> other.log().id() != log.log().id())
        .collect(Collectors.toSet());
  }

  /** Whether triggers merge into a view what changes of one of its masters. */
  public boolean isMerged(View view) {
    return logsOf(view).stream().anyMatch(LogEntry::merging);
  }

  /** Whether they do so with all of its masters, so that nothing of it is ever in a log. */
  public boolean isMergedWholly(View view) {
    List<LogEntry> all = logsOf(view);
    return !all.isEmpty() && all.stream().allMatch(log -> log.merging() && log.intact());
  }

  /** The users' views that read a table, a view or another materialized view directly. */
  public List<View> dependents(QualifiedName master) {
    return views.values().stream()
        .filter(
            view ->
                view.masters().stream()
                    .anyMatch(m -> key(m.name().name()).equals(key(master.name()))))
        .map(this::outermost)
        .distinct()
        .toList();
  }

  /** The views that users have made. */
  public List<View> ofUsers() {
    return views.values().stream().filter(view -> !view.isInner()).toList();
  }

  /** The inner views of a view, in the order in which they read each other. */
  public List<View> innerViews(View view) {
    return views.values().stream()
        .filter(other -> other.innerOf().filter(of -> of == view.id()).isPresent())
        .sorted(Comparator.comparing(View::id))
        .toList();
  }

  /** The user's view of which this is a part; the view itself if it is the user's. */
  public View outermost(View view) {
    return view.innerOf().map(this::view).orElse(view);
  }

  /** Views, each behind those that it reads. */
  public List<View> inOrder(Collection<View> some) {
    Map<Long, View> placed = new LinkedHashMap<>();
    some.forEach(view -> place(view, some, placed));
    return List.copyOf(placed.values());
  }

  private void place(View view, Collection<View> some, Map<Long, View> placed) {
    if (placed.containsKey(view.id())) {
      return;
    }
    for (View parent : parents(view)) {
      if (some.contains(parent)) {
        place(parent, some, placed);
      }
    }
    placed.put(view.id(), view);
  }

  /** The materialized views that a view or one of its inner views reads. */
  public List<View> parents(View view) {
    return Stream.concat(innerViews(view).stream(), Stream.of(view))
        .flatMap(part -> part.masters().stream())
        .distinct()
        .filter(master -> master.kind() == MasterReference.Kind.MATERIALIZED_VIEW)
        .flatMap(master -> named(master.name()).stream())
        .toList();
  }
}
