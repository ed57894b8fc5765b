package org.mview.benchmarks.paired;

/**
 * One way of doing what a comparison is about.
 *
 * @param name what a reader of the table sees; unique in its comparison
 * @param opening sets it up
 */
public record Variant(String name, Target target, Opening opening) {
  /** Sets a subject up. */
  @FunctionalInterface
  public interface Opening {
    /** Sets the subject up, with its files in this place. */
    Subject open(Workspace workspace) throws Exception;
  }

  /** A way that is only shown. */
  public static Variant of(String name, Opening opening) {
    return new Variant(name, new Target.None(), opening);
  }

  /** A way that has to keep within a ratio to the first one. */
  public static Variant within(double ratio, String name, Opening opening) {
    return new Variant(name, new Target.Ratio(ratio), opening);
  }
}
