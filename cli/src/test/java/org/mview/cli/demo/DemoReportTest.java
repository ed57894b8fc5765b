package org.mview.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoReportTest {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;

  @Test
  void theReportShowsWhatWasMeasured() {
    DemoResult result =
        new DemoResult(
            86_805,
            Duration.ofMillis(2340),
            4390,
            List.of(onDemand(), onCommit()),
            transactions(80),
            transactions(100));
    StringWriter report = new StringWriter();
    new DemoReport(new DemoSettings(0.01, 1000, 1), result, new PrintWriter(report)).print();
    assertThat(report.toString())
        .isEqualToNormalizingNewlines(
            """
            TPC-H at scale factor 0.01 in SQLite: 86,805 rows loaded in 2.34 s
            1,000 transactions (seed 1) changed 4,390 rows; refreshed and compared 10 times

             view            │ kind                 │  rows │ changes a refresh │ fast refresh │ complete refresh │ faster │ content = query
            ─────────────────┼──────────────────────┼───────┼───────────────────┼──────────────┼──────────────────┼────────┼───────────────────
             open_orders     │ join of 2            │ 7,567 │               120 │      2.00 ms │           150 ms │   75 × │ yes, 2 times
             customer_orders │ aggregate, on commit │ 1,155 │                   │    at commit │            12 ms │        │ NO: 3 rows differ

             time of a                │ without customer_orders │ with customer_orders │ slower
            ──────────────────────────┼─────────────────────────┼──────────────────────┼────────
             commit, median           │                 0.08 ms │              0.10 ms │  1.3 ×
             commit, 95 % within      │                 0.08 ms │              0.10 ms │  1.3 ×
             transaction, median      │                 0.16 ms │              0.20 ms │  1.3 ×
             transaction, 95 % within │                 0.16 ms │              0.20 ms │  1.3 ×

            A view did not equal its query: the table above says which.
            """);
  }

  private static ViewMeasurement onDemand() {
    ViewMeasurement measured = new ViewMeasurement(DemoViews.OPEN_ORDERS);
    measured.changed(Map.of("orders", 80L, "lineitem", 500L));
    measured.changed(Map.of("customer", 20L));
    measured.refreshedFast(2 * MILLISECOND);
    measured.changed(Map.of("orders", 140L));
    measured.refreshedFast(3 * MILLISECOND);
    measured.refreshedCompletely(150 * MILLISECOND);
    measured.compared(7000, 0);
    measured.compared(7567, 0);
    return measured;
  }

  private static ViewMeasurement onCommit() {
    ViewMeasurement measured = new ViewMeasurement(DemoViews.CUSTOMER_ORDERS);
    measured.changed(Map.of("orders", 80L));
    measured.refreshedCompletely(12 * MILLISECOND);
    measured.compared(1150, 3);
    measured.compared(1155, 0);
    return measured;
  }

  /** The first ones, which warm up, took a second. */
  private static TransactionTimes transactions(long microseconds) {
    TransactionTimes times = new TransactionTimes();
    IntStream.range(0, 90)
        .mapToLong(i -> i < 30 ? 1_000 * MILLISECOND : microseconds * MICROSECOND)
        .forEach(
            time -> {
              times.whole().add(2 * time);
              times.commit().add(time);
            });
    return times;
  }
}
