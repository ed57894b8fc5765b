package org.mview.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Slice;

/** Rounds as lines of text: the two times of each way, in its order, with blanks between them. */
final class RoundLines {
  private RoundLines() {}

  static String write(Round round) {
    List<String> times = new ArrayList<>();
    for (Slice slice : round.slices()) {
      times.add(Double.toString(slice.wall()));
      times.add(Double.toString(slice.cpu()));
    }
    return String.join(" ", times);
  }

  static Round read(String line) {
    String[] times = line.split(" ", -1);
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < times.length; i += 2) {
      slices.add(new Slice(Double.parseDouble(times[i]), Double.parseDouble(times[i + 1])));
    }
    return new Round(slices);
  }
}
