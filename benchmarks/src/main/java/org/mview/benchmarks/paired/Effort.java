package org.mview.benchmarks.paired;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds slices of each way
 * @param warmUp time before the first round in which Java compiles what is measured
 * @param slice about how long a slice of the first way is to take; zero for one operation a slice
 */
public record Effort(int rounds, Duration warmUp, Duration slice) {}
