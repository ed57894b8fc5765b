/** What a fast refresh saves, over the lines of TPC-H's orders. */
@NullMarked
package org.mview.benchmarks.refresh;

import org.jspecify.annotations.NullMarked;
