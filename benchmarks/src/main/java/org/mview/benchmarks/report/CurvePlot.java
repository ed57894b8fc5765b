package org.mview.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Measurement;
import org.mview.benchmarks.paired.Round;

/**
 * How the time of comparisons changes from one way to the next, each compared with its first: a
 * picture in which what is flat costs the same in tables of any size.
 */
public final class CurvePlot {
  private static final int STEP = 220;
  private static final int TOP = 30;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 60;
  private static final int NAMES = 190;

  /** The highest ratio that is shown. */
  private static final double MOST = 4;

  /** Up to here a curve is flat. */
  private static final double FLAT = 1.5;

  private final List<String> labels = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<List<Double>> curves = new ArrayList<>();

  /** A plot without curves. */
  public CurvePlot() {}

  /** Adds a curve; all comparisons have the same ways. */
  public void add(Comparison comparison, List<Round> rounds) {
    List<Double> curve = new ArrayList<>();
    for (int i = 0; i < comparison.variants().size(); i++) {
      curve.add(Measurement.of(rounds, i).ratio().median());
      if (labels.size() < comparison.variants().size()) {
        labels.add(comparison.variants().get(i).name());
      }
    }
    names.add(comparison.name());
    curves.add(curve);
  }

  /** Whether there is nothing to be seen. */
  public boolean isEmpty() {
    return curves.isEmpty();
  }

  /** The picture, as SVG. */
  public String svg() {
    int right = MARGIN + STEP * (labels.size() - 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="11">
        <rect width="100%%" height="100%%" fill="white"/>
        <rect x="%d" y="%d" width="%d" height="%d" fill="#e8f4e8"/>
        """
            .formatted(
                right + NAMES, TOP + HEIGHT + 40, MARGIN, y(FLAT), right - MARGIN, y(0) - y(FLAT)));
    for (int ratio = 0; ratio <= MOST; ratio++) {
      svg.append(
          """
          <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#cccccc"/><text x="%d" y="%d">× %d</text>
          """
              .formatted(MARGIN, y(ratio), right, y(ratio), MARGIN - 32, y(ratio) + 4, ratio));
    }
    for (int i = 0; i < labels.size(); i++) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
              .formatted(MARGIN + STEP * i, y(0) + 20, labels.get(i)));
    }
    for (int i = 0; i < curves.size(); i++) {
      svg.append(curve(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private String curve(int number) {
    StringBuilder points = new StringBuilder();
    List<Double> curve = curves.get(number);
    for (int i = 0; i < curve.size(); i++) {
      points.append("%d,%d ".formatted(MARGIN + STEP * i, y(curve.get(i))));
    }
    int hue = 360 * number / curves.size();
    double last = curve.get(curve.size() - 1);
    int right = MARGIN + STEP * (curve.size() - 1) + 8;
    int line = TOP + 8 + (HEIGHT - 8) * number / curves.size();
    return """
        <polyline points="%s" fill="none" stroke="hsl(%d,70%%,40%%)" stroke-width="1.5"/>
        <text x="%d" y="%d" fill="hsl(%d,70%%,40%%)">%s  × %s</text>
        """
        .formatted(
            points.toString().strip(),
            hue,
            right,
            line,
            hue,
            names.get(number),
            String.format(Locale.ROOT, "%.2f", last));
  }

  private static int y(double ratio) {
    return (int) Math.round(TOP + HEIGHT * (1 - Math.min(ratio, MOST) / MOST));
  }
}
