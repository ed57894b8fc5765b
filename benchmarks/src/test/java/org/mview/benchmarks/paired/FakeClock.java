package org.mview.benchmarks.paired;

/** A clock that goes when work is done; the machine may be slower for a while. */
final class FakeClock implements Clock {
  private long wall;
  private long cpu;
  private long slowness = 1;

  @Override
  public long wall() {
    return wall;
  }

  @Override
  public long cpu() {
    return cpu;
  }

  /** From now on the machine does so many times as little. */
  void slowDown(long times) {
    slowness = times;
  }

  /** Work that takes so long on a machine that is not slowed down. */
  void work(long nanos) {
    wall += 2 * nanos * slowness;
    cpu += nanos * slowness;
  }
}
