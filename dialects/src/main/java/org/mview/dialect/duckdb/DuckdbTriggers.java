package org.mview.dialect.duckdb;

import static org.mview.dialect.duckdb.DuckdbNames.NAMES;
import static org.mview.dialect.duckdb.DuckdbNames.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Statement triggers that write the images of all changed rows to the log at once: −1 for those
 * that vanished, 1 for those that appeared.
 */
final class DuckdbTriggers implements CaptureTriggers {
  /** The sign is of a type whose product with any number is exact, and as large as it has to be. */
  private static final String HEAD =
      """
      "SEQUENCE$$" BIGINT, "DMLTYPE$$" VARCHAR, "OLD_NEW$$" VARCHAR, "SIGN$$" DECIMAL(1, 0) NOT NULL""";

  /** A note for each view that watches the table: one that is there may be taken meanwhile. */
  private static final String NOTE =
      """
      INSERT INTO %1$s (master, view_id, touched) \
      SELECT r.master, r.view_id, 1 FROM %1$s AS r WHERE r.master = %2$s AND r.touched = 0""";

  @Override
  public List<String> createLog(Log log) {
    String columns =
        Stream.concat(Stream.of(HEAD), log.columns().stream().map(c -> declared(c, log)))
            .collect(Collectors.joining(", "));
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (%s)".formatted(NAMES.quoted(log.wholeName()), columns));
  }

  private static String declared(Identifier column, Log log) {
    return NAMES.quoted(column.text()) + " " + log.type(column).declaration();
  }

  @Override
  public List<String> widenLog(Log log, List<Identifier> added) {
    return added.stream()
        .map(
            c ->
                "ALTER TABLE %s ADD COLUMN %s"
                    .formatted(NAMES.quoted(log.wholeName()), declared(c, log)))
        .toList();
  }

  /** The log is made if it is lost, as without it no change would succeed. */
  @Override
  public List<String> createTriggers(Log log) {
    List<String> statements = new ArrayList<>(createLog(log));
    statements.addAll(DuckdbClaims.prepare(log.master()));
    triggers(log).forEach(trigger -> statements.add(trigger.create(log.master().name())));
    return statements;
  }

  /** All are made anew in one transaction, and who writes meanwhile fails. */
  @Override
  public List<String> widen(Log before, Log wider, List<Identifier> added) {
    return Stream.of(widenLog(wider, added), createTriggers(wider), awaitWriters(wider.master()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<DuckdbTrigger> triggers(Log log) {
    List<DuckdbTrigger> all = new ArrayList<>();
    for (DuckdbEvent event : DuckdbEvent.values()) {
      if (event != DuckdbEvent.UPDATE || !log.columns().isEmpty()) {
        all.add(new DuckdbTrigger("mview$log$", event, event.rows(), insert(log, event)));
      }
    }
    all.addAll(DuckdbClaims.triggers(log.master()));
    return all;
  }

  private static String insert(Log log, DuckdbEvent event) {
    String columns =
        log.columns().stream()
            .map(c -> ", " + NAMES.quoted(c.text()))
            .collect(Collectors.joining());
    return "INSERT INTO %s (\"DMLTYPE$$\", \"OLD_NEW$$\", \"SIGN$$\"%s) %s"
        .formatted(NAMES.quoted(log.wholeName()), columns, event.images(columns));
  }

  @Override
  public List<String> dropTriggers(Log log) {
    return Stream.concat(
            Stream.of(DuckdbEvent.values())
                .map(event -> DuckdbTrigger.drop("mview$log$", event, log.master().name())),
            DuckdbClaims.drop(log.master().name()))
        .toList();
  }

  /**
   * Who has written to a table, and commits after this, fails: the table is altered, though it
   * stays as it is. Nobody else is told that a table has triggers now.
   */
  @Override
  public List<String> awaitWriters(TableInfo master) {
    return master.table().columns().stream()
        .map(column -> column.name())
        .filter(column -> !isGenerated(master, column))
        .findFirst()
        .map(
            column ->
                "ALTER TABLE %s ALTER COLUMN %s %s"
                    .formatted(
                        NAMES.quoted(master.name()),
                        NAMES.quoted(column.text()),
                        byDefault(master, column)))
        .stream()
        .toList();
  }

  private static boolean isGenerated(TableInfo master, Identifier column) {
    return master.generated().containsKey(column);
  }

  private static String byDefault(TableInfo master, Identifier column) {
    return Optional.ofNullable(master.defaults().get(column))
        .map("SET DEFAULT %s"::formatted)
        .orElse("DROP DEFAULT");
  }

  /** When the master goes, its triggers go with it. */
  @Override
  public List<String> dropLog(QualifiedName master, QualifiedName log) {
    return List.of(
        DuckdbClaims.forget(master), "DROP TABLE IF EXISTS " + NAMES.quoted(log.beside(master)));
  }

  @Override
  public boolean goWithMaster() {
    return true;
  }

  @Override
  public List<String> createTouch(QualifiedName master, QualifiedName flags) {
    return touches(master, flags).stream().map(trigger -> trigger.create(master)).toList();
  }

  /** Such a trigger asks for no rows: then INSERT … ON CONFLICT DO UPDATE goes on. */
  private static List<DuckdbTrigger> touches(QualifiedName master, QualifiedName flags) {
    String note = NOTE.formatted(NAMES.quoted(flags.beside(master)), literal(master.name().text()));
    return Stream.of(DuckdbEvent.values())
        .map(event -> new DuckdbTrigger("mview$touch$", event, "", note))
        .toList();
  }

  @Override
  public List<String> dropTouch(QualifiedName master) {
    return Stream.of(DuckdbEvent.values())
        .map(event -> DuckdbTrigger.drop("mview$touch$", event, master))
        .toList();
  }

  /** DuckDB writes the text of a trigger in its own way, so nobody can compare it. */
  @Override
  public Map<String, String> texts(Log log) {
    return CaptureTriggers.super.texts(log);
  }
}
