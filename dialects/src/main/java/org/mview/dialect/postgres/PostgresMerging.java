package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;
import static org.mview.dialect.postgres.PostgresNames.literal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.dialect.CaptureTriggers.DirectViews;
import org.mview.dialect.CaptureTriggers.Log;
import org.mview.dialect.CaptureTriggers.SetMerging;
import org.mview.lowering.Places;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * What a trigger does with all that a statement has changed: it merges it into views.
 *
 * <p>Groups that have ended are known when they have been merged into, and are taken out by the
 * places of their rows: those are locked until the transaction ends, and no equality of a type has
 * to be found by its name.
 */
final class PostgresMerging {
  private static final Identifier SIGN = Identifier.of("SIGN$$");

  /** The changed rows are a part of the statement that merges them. */
  private static final Places.LogTable CHANGED =
      new Places.LogTable(
          new QualifiedName(Optional.empty(), Identifier.of("mview$changed")), SIGN, List.of());

  private static final String ENDED = "\"mview$ended\"";

  private static final String MERGE =
      """
      , "mview$merged" AS (%s RETURNING ctid, %s AS ended) \
      SELECT array_agg(ctid) %sFROM "mview$merged" WHERE ended""";

  private static final String END =
      "; IF %1$s IS NOT NULL THEN DELETE FROM %2$s WHERE ctid = ANY (%1$s); END IF";

  private final Log log;
  private final DirectViews views;

  PostgresMerging(Log log, DirectViews views) {
    this.log = log;
    this.views = views;
  }

  /** A block of statements. */
  String does(PostgresEvent event) {
    String statements =
        views.ofSets(CHANGED).stream()
            .map(view -> event == PostgresEvent.TRUNCATE ? truncated(view) : changed(event, view))
            .map(text -> text + "; ")
            .collect(Collectors.joining());
    return "DECLARE %s tid[]; BEGIN %sEND".formatted(ENDED, statements);
  }

  /** What takes all rows of the table out of each view. */
  List<String> statements() {
    String rows = rows("-1::numeric", "ONLY " + NAMES.quoted(log.master().name()));
    return views.ofSets(CHANGED).stream().map(view -> with(rows) + merged(view, "")).toList();
  }

  private String changed(PostgresEvent event, SetMerging view) {
    return with(rows(event)) + merged(view, "INTO " + ENDED + " ") + ended(view);
  }

  /** The table is the one that fires the trigger, whatever its name is by then. */
  private String truncated(SetMerging view) {
    return "%s; EXECUTE %s || TG_RELID::regclass || %s%s%s"
        .formatted(
            PostgresTriggers.SEES_ALL_ROWS,
            literal(with(rows("-1::numeric", "ONLY "))),
            literal(merged(view, "")),
            view.ended().isEmpty() ? "" : " INTO " + ENDED,
            ended(view));
  }

  private static String with(String rows) {
    return "WITH \"mview$changed\" AS (" + rows;
  }

  private static String merged(SetMerging view, String into) {
    return ")"
        + view.ended()
            .map(ended -> MERGE.formatted(view.text(), ended, into))
            .orElse(" " + view.text());
  }

  private static String ended(SetMerging view) {
    return view.ended().isEmpty() ? "" : END.formatted(ENDED, NAMES.quoted(view.container()));
  }

  /** The sign is numeric where a product of it with a whole number might overflow. */
  private String rows(PostgresEvent event) {
    return switch (event) {
      case INSERT -> rows("1", PostgresEvent.NEW);
      case UPDATE -> gone() + " UNION ALL " + rows("1", PostgresEvent.NEW);
      case DELETE, TRUNCATE -> gone();
    };
  }

  private String gone() {
    return rows("-1::numeric", PostgresEvent.OLD);
  }

  private String rows(String sign, String from) {
    String columns =
        log.columns().stream()
            .map(
                c -> ", %s AS %s".formatted(PostgresTriggers.value(c, log), NAMES.quoted(c.text())))
            .collect(Collectors.joining());
    return "SELECT %s AS %s%s FROM %s".formatted(sign, NAMES.quoted(SIGN.text()), columns, from);
  }
}
