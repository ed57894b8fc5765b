package org.mview.cli.doctor;

import java.io.PrintWriter;
import java.util.List;

/** Each finding in a few lines, and at the end how many are left. */
public final class DiagnosisReport {
  private final PrintWriter out;

  /** A report. */
  public DiagnosisReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints what was found.
   *
   * @return whether nothing is left to be mended
   */
  public boolean print(Diagnosis diagnosis) {
    diagnosis.findings().forEach(this::print);
    out.println(verdict(diagnosis.findings()));
    out.flush();
    return diagnosis.isHealthy();
  }

  private void print(Found found) {
    out.println("%s: %s".formatted(found.object(), found.finding()));
    out.println("  " + found.meaning());
    out.println("  %s: %s".formatted(label(found), found.repair()));
    if (found.hasFailed()) {
      out.println("  " + found.state());
    }
    out.println();
  }

  private static String label(Found found) {
    return found.isRepaired() || found.isOfUser() ? found.state() : "repair";
  }

  private static String verdict(List<Found> findings) {
    long left = findings.stream().filter(found -> !found.isRepaired()).count();
    long repaired = findings.size() - left;
    if (findings.isEmpty()) {
      return "Everything is as it should be.";
    } else if (left == 0) {
      return "%s repaired, nothing is left.".formatted(number(repaired));
    }
    boolean mendable = findings.stream().anyMatch(Found::isMendable);
    String mended = repaired == 0 ? "" : ", %s repaired".formatted(repaired);
    return "%s left%s%s."
        .formatted(number(left), mended, mendable ? "; --repair mends what it can" : "");
  }

  private static String number(long findings) {
    return findings == 1 ? "1 finding" : findings + " findings";
  }
}
