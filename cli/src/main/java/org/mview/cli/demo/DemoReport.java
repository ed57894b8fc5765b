package org.mview.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mview.cli.output.Cell;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.RowWriter;
import org.mview.cli.output.Summary;
import org.mview.cli.output.TableLayout;

/** The tables at the end of the demonstration. */
final class DemoReport {
  private static final ResultFormat TABLE = ResultFormat.table(TableLayout.UNLIMITED);

  private final DemoSettings settings;
  private final DemoResult result;
  private final PrintWriter out;

  DemoReport(DemoSettings settings, DemoResult result, PrintWriter out) {
    this.settings = settings;
    this.result = result;
    this.out = out;
  }

  void print() {
    out.printf(
        Locale.ROOT,
        "TPC-H at scale factor %s in SQLite: %,d rows loaded in %s%n",
        settings.scaleFactor(),
        result.loadedRows(),
        Summary.text(result.loading()));
    out.printf(
        Locale.ROOT,
        "%,d transactions (seed %d) changed %,d rows; refreshed and compared %d times%n%n",
        settings.transactions(),
        settings.seed(),
        result.changedRows(),
        DemoSettings.ROUNDS);
    views();
    out.println();
    transactions();
    out.println();
    out.println(verdict());
    out.flush();
  }

  private void views() {
    RowWriter table = TABLE.writer(out);
    table.header(
        List.of(
            "view",
            "kind",
            "rows",
            "changes a refresh",
            "fast refresh",
            "complete refresh",
            "faster",
            "content = query"));
    result.views().forEach(view -> table.row(row(view)));
    table.end();
  }

  private static List<Cell> row(ViewMeasurement measured) {
    boolean onDemand = measured.fast().count() > 0;
    Duration complete = measured.complete().median();
    Cell nothing = Cell.number("");
    return List.of(
        Cell.text(measured.view().name()),
        Cell.text(measured.view().kind()),
        count(measured.rows()),
        onDemand ? count(measured.changedRowsPerRefresh()) : nothing,
        onDemand ? time(measured.fast().median()) : Cell.number("at commit"),
        time(complete),
        onDemand ? ratio(complete, measured.fast().median()) : nothing,
        Cell.text(content(measured)));
  }

  private static String content(ViewMeasurement measured) {
    return measured.differences() == 0
        ? "yes, %d times".formatted(measured.comparisons())
        : "NO: %d rows differ".formatted(measured.differences());
  }

  private void transactions() {
    TransactionTimes without = result.before().warm();
    TransactionTimes with = result.after().warm();
    String view = DemoViews.CUSTOMER_ORDERS.name();
    RowWriter table = TABLE.writer(out);
    table.header(List.of("time of a", "without " + view, "with " + view, "slower"));
    table.row(comparison("commit, median", without.commit(), with.commit(), 50));
    table.row(comparison("commit, 95 % within", without.commit(), with.commit(), 95));
    table.row(comparison("transaction, median", without.whole(), with.whole(), 50));
    table.row(comparison("transaction, 95 % within", without.whole(), with.whole(), 95));
    table.end();
  }

  private static List<Cell> comparison(String what, Times without, Times with, int percent) {
    Duration before = without.percentile(percent);
    Duration after = with.percentile(percent);
    return List.of(Cell.text(what), time(before), time(after), ratio(after, before));
  }

  private String verdict() {
    return result.isRight()
        ? "Every view equalled its query after every refresh."
        : "A view did not equal its query: the table above says which.";
  }

  private static Cell time(Duration time) {
    return Cell.number(Summary.text(time));
  }

  private static Cell count(long number) {
    return Cell.number(String.format(Locale.ROOT, "%,d", number));
  }

  private static Cell ratio(Duration longer, Duration shorter) {
    double times = (double) longer.toNanos() / Math.max(1, shorter.toNanos());
    return Cell.number(String.format(Locale.ROOT, times < 10 ? "%.1f ×" : "%.0f ×", times));
  }
}
