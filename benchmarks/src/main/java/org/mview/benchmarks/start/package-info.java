/** What the driver adds to opening a connection. */
@NullMarked
package org.mview.benchmarks.start;

import org.jspecify.annotations.NullMarked;
