/** What a view ON COMMIT adds to transactions on a server. */
@NullMarked
package org.mview.benchmarks.server;

import org.jspecify.annotations.NullMarked;
