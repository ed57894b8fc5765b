package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;
import static org.mview.dialect.postgres.PostgresNames.literal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * Statement triggers that write the images of all changed rows to the log at once: −1 for those
 * that vanished, 1 for those that appeared.
 *
 * <p>On a partitioned table they are row triggers, which PostgreSQL copies to each partition, also
 * to one that is added later. For it mixes up the rows that a MERGE shows to a statement trigger of
 * a partitioned table (seen with 15 and 18; see {@code PostgresMergeTest}). TRUNCATE, which has no
 * row triggers, fires those of all tables that it empties, so each logs its own rows.
 */
final class PostgresTriggers implements CaptureTriggers {
  /** The sign is numeric, so that no product of it with a whole number overflows. */
  private static final String HEAD =
      "\"SEQUENCE$$\" bigint, \"DMLTYPE$$\" text, \"OLD_NEW$$\" text, \"SIGN$$\" numeric NOT NULL";

  /**
   * TRUNCATE also takes those rows away that were committed after the transaction's snapshot, and
   * nobody could log them.
   */
  static final String SEES_ALL_ROWS =
      """
      IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') \
      THEN RAISE EXCEPTION '% has a materialized view log: TRUNCATE it at READ COMMITTED, or use DELETE', \
      TG_RELID::regclass USING ERRCODE = 'feature_not_supported'; END IF\
      """;

  /**
   * A note for each view that watches the table, unless there is one already that stays until this
   * writer ends: it shares its lock. So no writer waits for another, and there are few notes. In a
   * transaction that keeps its snapshot a note may be gone that it still sees: it adds its own.
   */
  private static final String NOTE =
      """
      INSERT INTO %1$s (master, view_id, touched) SELECT r.master, r.view_id, 1 FROM %1$s AS r \
      LEFT JOIN (SELECT n.view_id FROM %1$s AS n WHERE n.master = %2$s AND n.touched <> 0 \
      AND current_setting('transaction_isolation') IN ('read committed', 'read uncommitted') \
      FOR KEY SHARE SKIP LOCKED) AS noted ON noted.view_id = r.view_id \
      WHERE r.master = %2$s AND r.touched = 0 AND noted.view_id IS NULL""";

  @Override
  public List<String> createLog(Log log) {
    String columns =
        Stream.concat(Stream.of(HEAD), log.columns().stream().map(c -> declared(c, log)))
            .collect(Collectors.joining(", "));
    String table = NAMES.quoted(log.wholeName());
    return List.of("CREATE TABLE %s (%s)".formatted(table, columns), "ANALYZE " + table);
  }

  /** As the master declares it, so that conditions on the log hold as they do on the master. */
  private static String declared(Identifier column, Log log) {
    Type type = log.type(column);
    String collation = type.collation().map(c -> " COLLATE " + NAMES.quoted(c)).orElse("");
    return NAMES.quoted(column.text()) + " " + type.declaration() + collation;
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

  @Override
  public List<String> createTriggers(Log log) {
    return events(log).stream()
        .flatMap(event -> create(log.master().name(), event.name(), event, does(event, log)))
        .toList();
  }

  /** Without columns, an update changes nothing that is logged. */
  private static List<PostgresEvent> events(Log log) {
    return Stream.of(PostgresEvent.values())
        .filter(event -> event != PostgresEvent.UPDATE || !log.columns().isEmpty())
        .toList();
  }

  private static String does(PostgresEvent event, Log log) {
    return log.views().isPresent()
        ? new PostgresMerging(log, log.views().get()).does(event)
        : event.forRowsToo(logs(event, log));
  }

  private static String logs(PostgresEvent event, Log log) {
    return switch (event) {
      case INSERT -> insert(log) + " " + image(log, "I", "N", 1, PostgresEvent.NEW);
      case DELETE -> insert(log) + " " + image(log, "D", "O", -1, PostgresEvent.OLD);
      case UPDATE -> insert(log) + " " + update(log);
      case TRUNCATE ->
          "%s; EXECUTE %s || TG_RELID::regclass"
              .formatted(
                  SEES_ALL_ROWS, literal(insert(log) + " " + image(log, "D", "O", -1, "ONLY ")));
    };
  }

  @Override
  public String logPartition(Log log, QualifiedName partition, boolean appear) {
    String rows = NAMES.quoted(partition);
    return insert(log)
        + " "
        + (appear ? image(log, "I", "N", 1, rows) : image(log, "D", "O", -1, rows));
  }

  private static String insert(Log log) {
    return "INSERT INTO %s (\"DMLTYPE$$\", \"OLD_NEW$$\", \"SIGN$$\"%s)"
        .formatted(
            NAMES.quoted(log.wholeName()),
            log.columns().isEmpty() ? "" : ", " + NAMES.list(log.columns()));
  }

  private static String image(Log log, String type, String age, int sign, String rows) {
    return "SELECT '%s', '%s', %s%s FROM %s"
        .formatted(
            type,
            age,
            sign,
            log.columns().stream().map(c -> ", " + value(c, log)).collect(Collectors.joining()),
            rows);
  }

  /** A virtual column is NULL in the rows that a trigger is shown: it is computed here. */
  static String value(Identifier column, Log log) {
    String virtual = log.master().generated().get(column);
    return virtual == null ? NAMES.quoted(column.text()) : "(" + virtual + ")";
  }

  /**
   * Both images of every row; less what the statement left as it was, if equal rows are the same:
   * EXCEPT looks for equality only, and 1.00 for 1.0 is a change.
   */
  private static String update(Log log) {
    String vanished = image(log, "U", "U", -1, PostgresEvent.OLD);
    String appeared = image(log, "U", "N", 1, PostgresEvent.NEW);
    if (!log.columns().stream().allMatch(column -> log.type(column).sharp())) {
      return vanished + " UNION ALL " + appeared;
    }
    return "(%s EXCEPT ALL %s) UNION ALL (%s EXCEPT ALL %s)"
        .formatted(
            vanished,
            image(log, "U", "U", -1, PostgresEvent.NEW),
            appeared,
            image(log, "U", "N", 1, PostgresEvent.OLD));
  }

  @Override
  public List<String> trial(Log log) {
    return log.views().stream()
        .flatMap(views -> new PostgresMerging(log, views).statements().stream())
        .toList();
  }

  /** A trigger cannot be made while somebody who has changed the table is there, either. */
  @Override
  public List<String> keepWritersOut(List<QualifiedName> tables) {
    return tables.stream()
        .map(table -> "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(NAMES.quoted(table)))
        .toList();
  }

  @Override
  public List<String> dropTriggers(Log log) {
    return dropLogging(log.master().name()).toList();
  }

  private static Stream<String> dropLogging(QualifiedName master) {
    return Stream.of(PostgresEvent.values()).map(event -> drop(master, event.name()));
  }

  /** When the master goes, its triggers go with it, but not their functions. */
  @Override
  public List<String> dropLog(QualifiedName master, QualifiedName log) {
    String drop = "DROP TABLE IF EXISTS " + NAMES.quoted(log.beside(master));
    return Stream.concat(dropLogging(master), Stream.of(drop)).toList();
  }

  @Override
  public List<String> createTouch(QualifiedName master, QualifiedName flags) {
    String note = note(master, flags);
    return Stream.of(PostgresEvent.values())
        .flatMap(
            event ->
                create(master, touch(event), event, event.forRowsToo(note + event.ifRowsChanged())))
        .toList();
  }

  @Override
  public List<String> dropTouch(QualifiedName master) {
    return Stream.of(PostgresEvent.values()).map(event -> drop(master, touch(event))).toList();
  }

  /** What is compared is what their functions do. */
  @Override
  public Map<String, String> texts(Log log) {
    return events(log).stream()
        .collect(
            Collectors.toMap(
                event -> function(log.master().name(), event.name()).name().text(),
                event -> body(does(event, log))));
  }

  @Override
  public Map<String, String> touchTexts(QualifiedName master, QualifiedName flags) {
    String note = note(master, flags);
    return Stream.of(PostgresEvent.values())
        .collect(
            Collectors.toMap(
                event -> function(master, touch(event)).name().text(),
                event -> body(event.forRowsToo(note + event.ifRowsChanged()))));
  }

  private static String note(QualifiedName master, QualifiedName flags) {
    return NOTE.formatted(NAMES.quoted(flags.beside(master)), literal(master.name().text()));
  }

  private static String body(String does) {
    return "#variable_conflict use_column\nBEGIN %s; RETURN NULL; END".formatted(does);
  }

  private static String touch(PostgresEvent event) {
    return "touch$" + event.name();
  }

  /**
   * A function with its triggers, in place of what an earlier master of this name may have left.
   *
   * <p>It runs with the rights of its owner, as who changes the master need have none on the log.
   * So it must find what its owner meant: with a search path of its own, whole names, and columns
   * rather than the variables of its language. Where a policy hides rows from the owner, an error
   * is better than a log without them.
   */
  private static Stream<String> create(
      QualifiedName master, String purpose, PostgresEvent event, String does) {
    return Stream.of(
        drop(master, purpose),
        "CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
                .formatted(NAMES.quoted(function(master, purpose)))
            + "SET search_path = pg_catalog, pg_temp SET row_security = off AS "
            + literal(body(does)),
        "DO " + literal(onEveryPart(master, purpose, event)));
  }

  /**
   * The triggers fire where {@code session_replication_role} silences others, too. Yet for what a
   * subscription applies PostgreSQL fires row triggers alone.
   */
  private static String onEveryPart(QualifiedName master, String purpose, PostgresEvent event) {
    QualifiedName function = function(master, purpose);
    String trigger = NAMES.quoted(function.name().text());
    String call = " EXECUTE FUNCTION %s()".formatted(NAMES.quoted(function));
    return """
    DECLARE part regclass; partitioned bool; BEGIN
    FOR part, partitioned IN %s LOOP
    EXECUTE %s || part || CASE WHEN partitioned THEN %s ELSE %s END;
    EXECUTE 'ALTER TABLE ' || part || %s;
    END LOOP; END\
    """
        .formatted(
            event.parts(literal(NAMES.quoted(master)) + "::regclass"),
            literal("CREATE TRIGGER %s %s ON ".formatted(trigger, event.moment())),
            literal(event.onPartitioned() + call),
            literal(event.referencing() + " FOR EACH STATEMENT" + call),
            literal(" ENABLE ALWAYS TRIGGER " + trigger));
  }

  /** The triggers go with their function, also where there are none any more. */
  private static String drop(QualifiedName master, String purpose) {
    return "DROP FUNCTION IF EXISTS %s() CASCADE"
        .formatted(NAMES.quoted(function(master, purpose)));
  }

  private static QualifiedName function(QualifiedName master, String purpose) {
    String name = "mview$%s$%s".formatted(purpose.toLowerCase(Locale.ROOT), master.name());
    return master.sibling(NAMES.fitting(name));
  }
}
