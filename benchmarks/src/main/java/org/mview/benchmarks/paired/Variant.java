package org.mview.benchmarks.paired;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * One way of doing what a comparison is about.
 *
 * @param name what a reader of the table sees; unique in its comparison
 * @param target the highest ratio to the first way that we promise
 * @param opening sets it up
 */
public record Variant(String name, OptionalDouble target, Opening opening) {
  /** Sets a subject up. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Sets the subject up.
     *
     * @param directory an empty one, for its files; it is gone when all has been measured
     */
    Subject open(Path directory) throws Exception;
  }

  /** A way that is only shown. */
  public static Variant of(String name, Opening opening) {
    return new Variant(name, OptionalDouble.empty(), opening);
  }

  /** A way that has to keep within a ratio to the first one. */
  public static Variant within(double target, String name, Opening opening) {
    return new Variant(name, OptionalDouble.of(target), opening);
  }
}
