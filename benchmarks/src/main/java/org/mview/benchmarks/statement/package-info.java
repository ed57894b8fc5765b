/** What the driver adds to statements that have nothing to do with a view. */
@NullMarked
package org.mview.benchmarks.statement;

import org.jspecify.annotations.NullMarked;
