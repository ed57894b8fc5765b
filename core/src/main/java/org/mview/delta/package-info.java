/** A query to the query for its change, or every reason why there is none. */
@NullMarked
package org.mview.delta;

import org.jspecify.annotations.NullMarked;
