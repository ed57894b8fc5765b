package org.mview.cli.verify;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mview.cli.output.Cell;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.RowWriter;
import org.mview.cli.output.Summary;
import org.mview.cli.output.TableLayout;

/** The first differences of each view, and at the end a table of all views. */
public final class VerificationReport {
  private static final ResultFormat TABLE = ResultFormat.table(TableLayout.UNLIMITED);

  private final PrintWriter out;
  private final int shown;

  /**
   * A report.
   *
   * @param shown how many differences of a view are shown, at most
   */
  public VerificationReport(PrintWriter out, int shown) {
    this.out = out;
    this.shown = shown;
  }

  void print(List<Verified> all) {
    if (all.isEmpty()) {
      out.println("There is no materialized view.");
      return;
    }
    all.forEach(this::differences);
    summary(all);
    out.println();
    out.println(verdict(all));
    out.flush();
  }

  private void differences(Verified verified) {
    if (shown == 0 || verified.differences().map(Differences::isNone).orElse(true)) {
      return;
    }
    Differences found = verified.differences().get();
    List<Difference> first = found.first().subList(0, Math.min(shown, found.first().size()));
    out.println(
        verified.view().name() + ": - rows that its query has not, + rows that only its query has");
    RowWriter table = TABLE.writer(out);
    List<String> columns = new ArrayList<>(List.of("", "copies"));
    columns.addAll(found.columns());
    table.header(columns);
    first.forEach(difference -> table.row(row(difference)));
    table.end();
    if (first.size() < found.first().size()) {
      out.println("… and others");
    }
    out.println();
  }

  private static List<Cell> row(Difference difference) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(difference.isTooMany() ? "-" : "+"));
    row.add(Cell.number(Math.abs(difference.copies())));
    row.addAll(difference.row());
    return row;
  }

  private void summary(List<Verified> all) {
    RowWriter table = TABLE.writer(out);
    table.header(List.of("view", "rows", "staleness", "content = query", "time"));
    all.forEach(
        verified ->
            table.row(
                List.of(
                    Cell.text(verified.view().name()),
                    Cell.number(String.format(Locale.ROOT, "%,d", verified.rows())),
                    Cell.text(verified.view().staleness()),
                    Cell.text(verified.result()),
                    Cell.number(Summary.text(verified.time())))));
    table.end();
  }

  private static String verdict(List<Verified> all) {
    return all.stream().allMatch(Verified::isRight)
        ? "Every view that is fresh equals its query."
        : "A view is not as it must be: the table above says which.";
  }
}
