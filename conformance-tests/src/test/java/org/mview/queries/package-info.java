/** Well-known queries, each kept as a materialized view while all its tables change at random. */
@NullMarked
package org.mview.queries;

import org.jspecify.annotations.NullMarked;
