/**
 * Measures several ways of doing the same thing against each other, on a machine that is not ours
 * alone.
 */
@NullMarked
package org.mview.benchmarks.paired;

import org.jspecify.annotations.NullMarked;
