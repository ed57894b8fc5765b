/** What it costs to find out how a view is refreshed. */
@NullMarked
package org.mview.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
