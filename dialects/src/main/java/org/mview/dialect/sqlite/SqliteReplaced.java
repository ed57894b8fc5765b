package org.mview.dialect.sqlite;

import static org.mview.dialect.sqlite.SqliteTables.quoted;
import static org.mview.dialect.sqlite.SqliteTriggers.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.CaptureTriggers.Log;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * The rows that a REPLACE takes away without a trigger.
 *
 * <pre>
 *   before a row is written   put aside the rows that it may not stand beside
 *   after                     those that are gone are logged; those still there were not replaced:
 *                             the row was ignored, or an upsert changed the one that was there
 *   a row is changed, deleted what was put aside of it is no longer true, or is logged already
 * </pre>
 *
 * <p>Whether a row is gone is seen by its identity, so it does no harm to put aside too many. The
 * conditions cost a look-up in each unique index; the table is empty but for a moment.
 */
final class SqliteReplaced {
  static final List<String> PURPOSES =
      List.of("replacing", "replaced", "updating", "updated", "moving", "deleted");

  private final Log log;
  private final String master;
  private final String aside;
  private final List<Identifier> identity;

  SqliteReplaced(Log log) {
    this.log = log;
    this.master = quoted(log.master().name().name().text());
    this.aside = quoted(table(log.master().name()));
    this.identity = log.master().rowIdentity();
  }

  static String table(QualifiedName master) {
    return "mview$replaced$" + master.name().text();
  }

  String createTable() {
    boolean hidden = hasHiddenIdentity();
    String key =
        hidden
            ? "mview$id1 INTEGER PRIMARY KEY"
            : IntStream.range(0, identity.size())
                .mapToObj(i -> "mview$id" + (i + 1) + collation(identity.get(i)))
                .collect(Collectors.joining(", "));
    String columns =
        Stream.concat(
                Stream.of(key),
                log.columns().stream().map(column -> SqliteTriggers.declared(column, log)))
            .collect(Collectors.joining(", "));
    return hidden
        ? "CREATE TABLE %s (%s)".formatted(aside, columns)
        : "CREATE TABLE %s (%s, PRIMARY KEY (%s)) WITHOUT ROWID"
            .formatted(aside, columns, ids().collect(Collectors.joining(", ")));
  }

  /** Rows are one and the same whose identity is equal as the master compares it. */
  private String collation(Identifier column) {
    return log.type(column).collation().map(name -> " COLLATE " + quoted(name)).orElse("");
  }

  /** Whether rows are found by a rowid that is not one of the columns. */
  private boolean hasHiddenIdentity() {
    return columns().noneMatch(identity::contains);
  }

  private Stream<String> ids() {
    return IntStream.rangeClosed(1, identity.size()).mapToObj(i -> "mview$id" + i);
  }

  List<String> createTriggers() {
    List<String> triggers = new ArrayList<>();
    triggers.add(
        trigger(
            log,
            "replacing",
            "BEFORE INSERT",
            "WHEN EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(master, conflicts()),
            putAside(conflicts())));
    triggers.add(trigger(log, "replaced", "AFTER INSERT", whenAside(), logGone()));
    String others = "(%s) AND NOT (%s)".formatted(conflicts(), is("OLD"));
    triggers.add(
        trigger(
            log,
            "updating",
            "BEFORE UPDATE" + ofUniques(),
            "WHEN EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(master, others),
            putAside(others)));
    triggers.add(
        trigger(log, "updated", "AFTER UPDATE", whenAside(), forget("OLD") + " " + logGone()));
    triggers.add(trigger(log, "moving", "BEFORE UPDATE" + ofUniques(), whenAside(), forget("OLD")));
    triggers.add(trigger(log, "deleted", "BEFORE DELETE", whenAside(), forget("OLD")));
    return triggers;
  }

  private String whenAside() {
    return "WHEN EXISTS (SELECT 1 FROM %s)".formatted(aside);
  }

  /**
   * Rows may have been put aside before, and still be there. REPLACE would not do: in a trigger,
   * the way in which the outer statement resolves conflicts comes first.
   */
  private String putAside(String which) {
    String rows =
        identity.stream().map(column -> quoted(column.text())).collect(Collectors.joining(", "));
    String ids = ids().collect(Collectors.joining(", "));
    String others =
        log.columns().stream()
            .map(column -> ", " + quoted(column.text()))
            .collect(Collectors.joining());
    return "DELETE FROM %1$s WHERE (%2$s) IN (SELECT %3$s FROM %5$s WHERE %6$s); "
        .concat("INSERT INTO %1$s (%2$s%4$s) SELECT %3$s%4$s FROM %5$s WHERE %6$s;")
        .formatted(aside, ids, rows, others, master, which);
  }

  private String logGone() {
    String there = match(i -> "t." + quoted(identity.get(i).text()), i -> "r.mview$id" + (i + 1));
    String isNew = match(i -> "r.mview$id" + (i + 1), i -> "NEW." + quoted(identity.get(i).text()));
    String gone =
        "%s OR NOT EXISTS (SELECT 1 FROM %s AS t WHERE %s)".formatted(isNew, master, there);
    return "%s DELETE FROM %s WHERE %s;"
        .formatted(
            new SqliteCaptured(log).gone(aside, gone),
            aside,
            gone.replace("r.mview$id", "mview$id"));
  }

  /**
   * Forgets the row of this identity. If it was another one than it is now, it has been replaced,
   * and a trigger of the user changes the one that came before we could log that.
   */
  private String forget(String row) {
    String same =
        match(i -> "r.mview$id" + (i + 1), i -> row + "." + quoted(identity.get(i).text()));
    String other =
        log.columns().stream()
            .map(column -> quoted(column.text()))
            .map(c -> "r.%1$s COLLATE BINARY IS NOT %2$s.%1$s".formatted(c, row))
            .collect(Collectors.joining(" OR "));
    String logged =
        other.isEmpty()
            ? ""
            : new SqliteCaptured(log).gone(aside, "%s AND (%s)".formatted(same, other)) + " ";
    return logged
        + "DELETE FROM %s WHERE %s;".formatted(aside, same.replace("r.mview$id", "mview$id"));
  }

  /** The rows beside which the new one may not stand. */
  private String conflicts() {
    String same = match(i -> quoted(identity.get(i).text()), i -> written(identity.get(i)));
    return Stream.concat(Stream.of(same), log.master().uniques().stream().map(this::conflict))
        .distinct()
        .collect(Collectors.joining(" OR "));
  }

  private String is(String row) {
    return match(
        i -> quoted(identity.get(i).text()), i -> row + "." + quoted(identity.get(i).text()));
  }

  private String conflict(Unique unique) {
    String equal =
        unique.terms().stream()
            .map(term -> "%s = %s".formatted(term, ofNew(term)))
            .collect(Collectors.joining(" AND "));
    return unique.condition().map(rows -> "%s AND (%s)".formatted(equal, rows)).orElse(equal);
  }

  /**
   * A term as the new row has it: a column itself, or an expression over all columns. Before the
   * row is written, its generated columns are still empty.
   */
  private String ofNew(String term) {
    Optional<Identifier> column =
        columns().filter(name -> quoted(name.text()).equals(term)).findFirst();
    Optional<String> generated = column.map(log.master().generated()::get);
    if (column.isPresent() && generated.isEmpty()) {
      return written(column.get());
    }
    String row =
        columns()
            .map(name -> written(name) + " AS " + quoted(name.text()))
            .collect(Collectors.joining(", "));
    return "(SELECT %s FROM (SELECT %s))".formatted(generated.orElse(term), row);
  }

  /** A value as it will be written: before that, it may be a NULL which REPLACE does not write. */
  private String written(Identifier column) {
    String value = "NEW." + quoted(column.text());
    return Optional.ofNullable(log.master().defaults().get(column))
        .map(other -> "COALESCE(%s, %s)".formatted(value, other))
        .orElse(value);
  }

  private Stream<Identifier> columns() {
    return log.master().table().columns().stream().map(TableColumn::name);
  }

  /** Only an update of such columns can replace another row; of an expression, any can. */
  private String ofUniques() {
    return uniqueColumns().map(SqliteTriggers::of).orElse("");
  }

  /** The columns whose update can replace another row; empty where that of any can. */
  Optional<Stream<String>> uniqueColumns() {
    List<String> columns =
        columns()
            .filter(name -> !log.master().generated().containsKey(name))
            .map(name -> quoted(name.text()))
            .toList();
    List<String> terms =
        log.master().uniques().stream().flatMap(unique -> unique.terms().stream()).toList();
    boolean onlyColumns =
        columns.containsAll(terms)
            && log.master().uniques().stream().allMatch(unique -> unique.condition().isEmpty());
    Stream<String> primary =
        log.master().primaryKey().stream().map(column -> quoted(column.text()));
    return onlyColumns ? Optional.of(Stream.concat(terms.stream(), primary)) : Optional.empty();
  }

  private String match(IntFunction<String> left, IntFunction<String> right) {
    return IntStream.range(0, identity.size())
        .mapToObj(i -> left.apply(i) + " = " + right.apply(i))
        .collect(Collectors.joining(" AND "));
  }
}
