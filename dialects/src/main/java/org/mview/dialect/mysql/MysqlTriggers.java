package org.mview.dialect.mysql;

import static org.mview.dialect.mysql.MysqlNames.NAMES;
import static org.mview.dialect.mysql.MysqlNames.literal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Row triggers that write each image of a row to the log: −1 for the one that vanished, 1 for the
 * one that appeared.
 *
 * <p>They run with the rights of who made them: who changes the master need have none on the log.
 */
final class MysqlTriggers implements CaptureTriggers {
  /** A row of a log is found by a key of its own: what is to be locked is that row alone. */
  static final String ID = "ID$$";

  private static final String HEAD =
      """
      `ID$$` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, `SEQUENCE$$` BIGINT, \
      `DMLTYPE$$` CHAR(1) CHARACTER SET latin1, `OLD_NEW$$` CHAR(1) CHARACTER SET latin1, \
      `SIGN$$` DECIMAL(1, 0) NOT NULL""";

  /**
   * Its own note of each connection: no writer waits for another. What is read is locked, up to
   * {@link #FENCE}: behind that are the notes.
   */
  private static final String NOTE =
      """
      INSERT INTO %1$s (master, view_id, touched) \
      SELECT r.master, r.view_id, 1 + CONNECTION_ID() %% 2147483646 FROM %1$s AS r FORCE INDEX (PRIMARY) \
      WHERE r.master = %2$s AND r.touched = 0 \
      ON DUPLICATE KEY UPDATE touched = VALUES(touched)""";

  /** A row behind those that views have, and before all notes. */
  private static final String FENCE =
      "INSERT IGNORE INTO %s (master, view_id, touched) VALUES ('', 0, 1)";

  private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE");

  /** The number of the error of a trigger whose statement uses the table that it would change. */
  private static final int MEETS_ITSELF = 1442;

  private final boolean firesForIgnored;

  /**
   * The triggers of a server.
   *
   * @param firesForIgnored whether UPDATE IGNORE fires them for a row that it leaves as it was,
   *     because its new key is there already, with the image that it would have got
   */
  MysqlTriggers(boolean firesForIgnored) {
    this.firesForIgnored = firesForIgnored;
  }

  @Override
  public List<String> createLog(Log log) {
    String columns =
        Stream.concat(Stream.of(HEAD), log.columns().stream().map(c -> declared(c, log)))
            .collect(Collectors.joining(", "));
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (%s) ENGINE = InnoDB"
            .formatted(NAMES.quoted(log.wholeName()), columns));
  }

  /** As the master declares it, so that conditions on the log hold as they do on the master. */
  private static String declared(Identifier column, Log log) {
    return NAMES.quoted(column.text()) + " " + log.type(column).declaration() + " NULL";
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
    return renewTriggers(log);
  }

  /** The log first: until it has the columns, the triggers are those that do not know them. */
  @Override
  public List<String> widen(Log before, Log wider, List<Identifier> added) {
    return Stream.of(widenLog(wider, added), renewTriggers(wider)).flatMap(List::stream).toList();
  }

  /**
   * In place of those that are there, or that an earlier attempt has left. Nobody writes meanwhile:
   * between two triggers a change would go unlogged. The log is made if it is lost, as without it
   * no change would succeed.
   */
  @Override
  public List<String> renewTriggers(Log log) {
    Exchange exchange = exchange(log).orElseThrow();
    List<String> statements = new ArrayList<>(exchange.before());
    statements.add(exchange.lock());
    statements.addAll(exchange.statements());
    statements.add(exchange.unlock());
    return statements;
  }

  /** Who has written the log has written the master, too: nobody is under way then. */
  @Override
  public Optional<Exchange> exchange(Log log) {
    List<String> before = new ArrayList<>(createLog(log));
    before.addAll(MysqlGuard.create(log.master()));
    List<String> statements = new ArrayList<>(dropOnly(log));
    for (String event : EVENTS) {
      if (!event.equals("UPDATE") || !log.columns().isEmpty()) {
        statements.add(trigger(log.master().name(), event, event, does(event, log)));
      }
    }
    String lock = log.views().isEmpty() ? "LOCK TABLES %s WRITE" : "LOCK TABLES %s WRITE, %s WRITE";
    return Optional.of(
        new Exchange(
            before,
            lock.formatted(NAMES.quoted(log.master().name()), NAMES.quoted(log.wholeName())),
            statements,
            "UNLOCK TABLES"));
  }

  private String does(String event, Log log) {
    return log.views()
        .map(views -> new MysqlMerging(log, views).does(event, isAnother(log)))
        .orElseGet(() -> logs(event, log));
  }

  private String logs(String event, Log log) {
    return switch (event) {
      case "INSERT" -> insert(log) + " VALUES " + image(log, "I", "N", 1, "NEW");
      case "DELETE" -> insert(log) + " VALUES " + image(log, "D", "O", -1, "OLD");
      default ->
          "BEGIN IF %s THEN %s VALUES %s, %s; END IF; END"
              .formatted(
                  isAnother(log),
                  insert(log),
                  image(log, "U", "U", -1, "OLD"),
                  image(log, "U", "N", 1, "NEW"));
    };
  }

  /** Whether a row that was updated is another one now. */
  private String isAnother(Log log) {
    String differs = differs(log.columns(), log);
    return firesForIgnored && !log.master().primaryKey().isEmpty()
        ? "(%s) AND %s".formatted(differs, happened(log))
        : differs;
  }

  private static String insert(Log log) {
    return "INSERT INTO %s (`DMLTYPE$$`, `OLD_NEW$$`, `SIGN$$`%s)"
        .formatted(
            NAMES.quoted(log.wholeName()),
            log.columns().isEmpty() ? "" : ", " + NAMES.list(log.columns()));
  }

  private static String image(Log log, String type, String age, int sign, String row) {
    return "('%s', '%s', %s%s)"
        .formatted(
            type,
            age,
            sign,
            log.columns().stream()
                .map(column -> ", " + row + "." + NAMES.quoted(column.text()))
                .collect(Collectors.joining()));
  }

  /**
   * The row is there as it would be, and is not there any more under its old key. It is locked
   * already.
   */
  private static String happened(Log log) {
    List<Identifier> key = log.master().primaryKey();
    List<Identifier> columns = Stream.concat(key.stream(), log.columns().stream()).toList();
    String there = "EXISTS (SELECT 1 FROM %s AS m WHERE %s LOCK IN SHARE MODE)";
    String master = NAMES.quoted(log.master().name());
    return "%s AND (%s OR NOT %s)"
        .formatted(
            there.formatted(master, same("m", "NEW", columns, log)),
            same("OLD", "NEW", key, log),
            there.formatted(master, same("m", "OLD", key, log)));
  }

  /**
   * Of a row that is found by its key MariaDB 10.11 compares a TIMESTAMP by &lt;=&gt; without the
   * fraction of its seconds: what has one would seem never to be there, and no update of it would
   * be logged.
   */
  private static String same(String left, String right, List<Identifier> columns, Log log) {
    return columns.stream()
        .distinct()
        .map(
            c ->
                (isMoment(c, log)
                        ? "(%1$s.%3$s = %2$s.%3$s OR %1$s.%3$s IS NULL AND %2$s.%3$s IS NULL)"
                        : "%1$s.%3$s <=> %2$s.%3$s")
                    .formatted(left, right, NAMES.quoted(c.text())))
        .collect(Collectors.joining(" AND "));
  }

  private static boolean isMoment(Identifier column, Log log) {
    String type = log.master().type(column).declaration();
    return type.toLowerCase(Locale.ROOT).startsWith("timestamp");
  }

  /** An update that leaves all as it was is not worth a row, but one of letter case alone is. */
  static String differs(List<Identifier> columns, Log log) {
    return columns.stream()
        .map(
            column ->
                (log.type(column).sharp()
                        ? "NOT (OLD.%1$s <=> NEW.%1$s)"
                        : "NOT (CAST(CAST(OLD.%1$s AS CHAR) AS BINARY) <=> CAST(CAST(NEW.%1$s AS CHAR) AS BINARY))")
                    .formatted(NAMES.quoted(column.text())))
        .collect(Collectors.joining(" OR "));
  }

  @Override
  public List<String> trial(Log log) {
    return log.views().stream()
        .flatMap(views -> new MysqlMerging(log, views).statements().stream())
        .toList();
  }

  @Override
  public boolean meetsItself(SQLException failure) {
    return failure.getErrorCode() == MEETS_ITSELF;
  }

  @Override
  public boolean sees(Log log) {
    return MysqlMerging.sees(log);
  }

  @Override
  public List<String> dropTriggers(Log log) {
    return Stream.concat(dropOnly(log).stream(), Stream.of(MysqlGuard.drop(log.master().name())))
        .toList();
  }

  private static List<String> dropOnly(Log log) {
    return EVENTS.stream().map(event -> drop(log.master().name(), event)).toList();
  }

  /** When the master goes, its triggers go with it. */
  @Override
  public List<String> dropLog(QualifiedName master, QualifiedName log) {
    return List.of(
        MysqlGuard.drop(master), "DROP TABLE IF EXISTS " + NAMES.quoted(log.beside(master)));
  }

  /** In place of those that are there, while nobody writes, as for a log. */
  @Override
  public List<String> createTouch(QualifiedName master, QualifiedName flags) {
    String notes = NAMES.quoted(flags.beside(master));
    String note = note(master, flags);
    List<String> statements = new ArrayList<>();
    statements.add(FENCE.formatted(notes));
    statements.add("LOCK TABLES %s WRITE".formatted(NAMES.quoted(master)));
    for (String event : EVENTS) {
      statements.add(drop(master, touch(event)));
      statements.add(trigger(master, touch(event), event, note));
    }
    statements.add("UNLOCK TABLES");
    return statements;
  }

  @Override
  public List<String> dropTouch(QualifiedName master) {
    return EVENTS.stream().map(event -> drop(master, touch(event))).toList();
  }

  /** What stands behind FOR EACH ROW. */
  @Override
  public Map<String, String> texts(Log log) {
    return EVENTS.stream()
        .filter(event -> !event.equals("UPDATE") || !log.columns().isEmpty())
        .collect(
            Collectors.toMap(
                event -> name(log.master().name(), event).name().text(),
                event -> does(event, log)));
  }

  @Override
  public Map<String, String> touchTexts(QualifiedName master, QualifiedName flags) {
    String note = note(master, flags);
    return EVENTS.stream()
        .collect(
            Collectors.toMap(event -> name(master, touch(event)).name().text(), event -> note));
  }

  private static String note(QualifiedName master, QualifiedName flags) {
    return NOTE.formatted(NAMES.quoted(flags.beside(master)), literal(master.name().text()));
  }

  private static String touch(String event) {
    return "touch$" + event;
  }

  private static String trigger(QualifiedName master, String purpose, String event, String does) {
    return "CREATE TRIGGER %s AFTER %s ON %s FOR EACH ROW %s"
        .formatted(NAMES.quoted(name(master, purpose)), event, NAMES.quoted(master), does);
  }

  private static String drop(QualifiedName master, String purpose) {
    return "DROP TRIGGER IF EXISTS " + NAMES.quoted(name(master, purpose));
  }

  private static QualifiedName name(QualifiedName master, String purpose) {
    String name = "mview$%s$%s".formatted(purpose.toLowerCase(Locale.ROOT), master.name());
    return master.sibling(NAMES.fitting(name));
  }
}
