package org.mview.explain;

import java.util.List;

/** A part of an explanation, and its lines. */
public record Section(String title, List<String> lines) {
  public Section {
    lines = List.copyOf(lines);
  }
}
