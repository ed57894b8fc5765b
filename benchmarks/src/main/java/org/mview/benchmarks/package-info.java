/** Measures what materialized views cost and save, as ratios to the database without us. */
@NullMarked
package org.mview.benchmarks;

import org.jspecify.annotations.NullMarked;
