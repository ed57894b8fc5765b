/** What a view ON COMMIT adds to a transaction of one row. */
@NullMarked
package org.mview.benchmarks.commit;

import org.jspecify.annotations.NullMarked;
