package org.mview.benchmarks.paired;

import java.util.List;

/**
 * Several ways of doing the same thing. The first one is what the others are measured by.
 *
 * @param name by which it is chosen on the command line
 * @param operation what is done once, in a few words
 */
public record Comparison(String name, String operation, Effort effort, List<Variant> variants) {
  public Comparison {
    variants = List.copyOf(variants);
    if (variants.size() < 2) {
      throw new IllegalArgumentException(name + " compares nothing");
    }
  }
}
