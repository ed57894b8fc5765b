package org.mview.dialect.mysql;

import java.util.List;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers.DirectViews;
import org.mview.dialect.CaptureTriggers.Log;
import org.mview.dialect.CaptureTriggers.Merging;
import org.mview.lowering.Places.LogTable;
import org.mview.lowering.Places.RowImage;
import org.mview.sql.Gained;
import org.mview.sql.Identifier;

/**
 * What a trigger does with a row that has changed: it merges it into views.
 *
 * <p>A row never goes before it came: no trigger may change the table for which it fires. So a
 * group ends only when a row is taken off it.
 */
final class MysqlMerging {
  /** The sign is decimal: a product of −1 with a number without a sign would be out of range. */
  private static final RowImage GONE =
      new RowImage(Gained.BEFORE, "CAST(-1 AS DECIMAL(1, 0))", List.of());

  private static final RowImage COME =
      new RowImage(Gained.AFTER, "CAST(1 AS DECIMAL(1, 0))", List.of());

  private static final Identifier SIGN = Identifier.of("SIGN$$");

  private final Log log;
  private final DirectViews views;

  MysqlMerging(Log log, DirectViews views) {
    this.log = log;
    this.views = views;
  }

  /**
   * A block of statements.
   *
   * @param changed whether a row that was updated is another one now
   */
  String does(String event, String changed) {
    return switch (event) {
      case "INSERT" -> "BEGIN %s END".formatted(come());
      case "DELETE" -> "BEGIN %s END".formatted(gone());
      default -> "BEGIN IF %s THEN %s END IF; END".formatted(changed, updated());
    };
  }

  private String come() {
    return text(views.merging(COME).merges());
  }

  private String gone() {
    Merging merging = views.merging(GONE);
    return text(merging.merges()) + " " + text(merging.ends());
  }

  /** What was gained is added at once where the row stays in its groups. */
  private String updated() {
    List<Identifier> deciding = log.columns().stream().filter(views.deciding()::contains).toList();
    String gained = text(views.updating(GONE, COME).merges());
    return deciding.isEmpty()
        ? gained
        : "IF %s THEN %s %s ELSE %s END IF;"
            .formatted(MysqlTriggers.differs(deciding, log), gone(), come(), gained);
  }

  private static String text(List<String> statements) {
    return String.join(" ", statements.stream().map(s -> s + ";").toList());
  }

  /** The same statements, over the rows of the log. */
  List<String> statements() {
    Merging merging = views.merging(new LogTable(log.wholeName(), SIGN, List.of()));
    return Stream.concat(merging.merges().stream(), merging.ends().stream()).toList();
  }

  /**
   * Whether triggers see the values as a refresh does: a TIMESTAMP is in the time zone of the
   * session, and what it is copied to may be another hour where the clock is set back.
   */
  static boolean sees(Log log) {
    return log.columns().stream()
        .noneMatch(column -> log.type(column).declaration().startsWith("timestamp"));
  }
}
