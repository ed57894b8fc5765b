package org.mview.benchmarks.paired;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The two clocks of a measurement. */
public interface Clock {
  /** The clocks of this machine, for the thread that reads them. */
  Clock SYSTEM =
      new Clock() {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        @Override
        public long wall() {
          return System.nanoTime();
        }

        @Override
        public long cpu() {
          return threads.getCurrentThreadCpuTime();
        }
      };

  /** Time on the wall, in nanoseconds since some moment. */
  long wall();

  /** Time that this thread had a processor, in nanoseconds. */
  long cpu();
}
