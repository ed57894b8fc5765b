/** What a fast refresh of each way costs, in tables that grow while the change stays as it is. */
@NullMarked
package org.mview.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
