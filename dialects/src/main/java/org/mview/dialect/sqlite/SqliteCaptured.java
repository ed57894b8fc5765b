package org.mview.dialect.sqlite;

import static org.mview.dialect.sqlite.SqliteTables.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers.DirectViews;
import org.mview.dialect.CaptureTriggers.Log;
import org.mview.dialect.CaptureTriggers.Merging;
import org.mview.lowering.Places;
import org.mview.lowering.Places.RowImage;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * What a trigger does with rows that have changed: it writes them to the log, or merges them into
 * views, as long as it may.
 *
 * <p>{@code NEW.x} and {@code OLD.x} have no affinity, so comparisons of them are not those of the
 * column. Where that matters, the rows are put for a moment into a table that is declared like the
 * log, and merged from there.
 */
final class SqliteCaptured {
  private static final Identifier SIGN = Identifier.of("SIGN$$");

  private final Log log;

  SqliteCaptured(Log log) {
    this.log = log;
  }

  /** An image of the row at hand. */
  enum Image {
    INSERTED("'I', 'N'", true),
    DELETED("'D', 'O'", false),
    BEFORE("'U', 'U'", false),
    AFTER("'U', 'N'", true);

    private final String head;
    private final boolean appeared;

    Image(String head, boolean appeared) {
      this.head = head;
      this.appeared = appeared;
    }

    RowImage row() {
      return appeared ? RowImage.AFTER : RowImage.BEFORE;
    }

    String values(Log log) {
      return "%s, %s%s"
          .formatted(head, row().sign(), SqliteCaptured.values(row().name().text(), log));
    }
  }

  /** The table in which rows are for a moment; it has the columns of the log. */
  static String table(QualifiedName master) {
    return "mview$merged$" + master.name().text();
  }

  /** Captures images of the row at hand; each statement is ended by a semicolon. */
  String images(Image... images) {
    List<String> rows = Arrays.stream(images).map(image -> image.values(log)).toList();
    if (log.views().isEmpty()) {
      return rows.stream()
          .map(row -> "%s VALUES (%s);".formatted(insert(log.table()), row))
          .collect(Collectors.joining(" "));
    }
    return log.views().get().takeImages()
        ? mergedImages(log.views().get(), images)
        : mergedRows(log.views().get(), "VALUES (%s)".formatted(String.join("), (", rows)));
  }

  /** The columns of which a row has to keep the value to be captured by {@link #update}. */
  Set<Identifier> deciding() {
    return log.views()
        .filter(DirectViews::takeImages)
        .map(DirectViews::deciding)
        .orElse(Set.copyOf(log.columns()));
  }

  /** Captures an update of columns that are not {@link #deciding}. */
  String update() {
    return merged(
        List.of(log.views().orElseThrow().updating(RowImage.BEFORE, RowImage.AFTER)),
        Image.BEFORE,
        Image.AFTER);
  }

  /** Captures rows that are gone, from a table that has the columns of the log. */
  String gone(String table, String where) {
    String rows = "SELECT %s%s FROM %s AS r WHERE %s";
    String gone = rows.formatted("'D', 'O', -1", values("r", log), table, where);
    return log.views()
        .map(views -> mergedRows(views, gone))
        .orElse(insert(log.table()) + " " + gone + ";");
  }

  private static String values(String row, Log log) {
    return log.columns().stream()
        .map(column -> ", " + row + "." + quoted(column.text()))
        .collect(Collectors.joining());
  }

  private String insert(QualifiedName table) {
    return "INSERT INTO %s (%s)".formatted(quoted(table.name().text()), columns());
  }

  private String columns() {
    return Stream.concat(
            Stream.of("DMLTYPE$$", "OLD_NEW$$", SIGN.text()),
            log.columns().stream().map(Identifier::text))
        .map(SqliteTables::quoted)
        .collect(Collectors.joining(", "));
  }

  private String mergedImages(DirectViews views, Image... images) {
    return merged(Arrays.stream(images).map(image -> views.merging(image.row())).toList(), images);
  }

  /** All is merged before the first look whether it is exact, and looked at before any ends. */
  private String merged(List<Merging> each, Image... images) {
    List<String> statements = new ArrayList<>();
    for (Image image : images) {
      statements.addAll(logged("SELECT " + image.values(log)));
    }
    statements.addAll(all(each, Merging::merges));
    statements.addAll(all(each, Merging::doubts));
    statements.addAll(all(each, Merging::ends));
    return text(statements);
  }

  /** The statement that logs rows while nothing may be merged; none if it always may. */
  private List<String> logged(String rows) {
    return log.views().flatMap(DirectViews::logging).stream()
        .map(condition -> "%s %s WHERE %s".formatted(insert(log.table()), rows, condition))
        .toList();
  }

  private static List<String> all(List<Merging> each, Function<Merging, List<String>> part) {
    return each.stream().map(part).flatMap(List::stream).toList();
  }

  private String mergedRows(DirectViews views, String rows) {
    QualifiedName table = log.table().sibling(table(log.master().name()));
    Merging merging = views.merging(new Places.LogTable(table, SIGN, List.of()));
    String stored = quoted(table.name().text());
    List<String> statements = new ArrayList<>();
    statements.add(insert(table) + " " + rows);
    statements.addAll(logged("SELECT %s FROM %s".formatted(columns(), stored)));
    statements.addAll(merging.merges());
    statements.addAll(merging.doubts());
    statements.addAll(merging.ends());
    statements.add("DELETE FROM " + stored);
    return text(statements);
  }

  private static String text(List<String> statements) {
    return statements.stream().map(s -> s + ";").collect(Collectors.joining(" "));
  }
}
