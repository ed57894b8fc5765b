/** The change log of a table: create, read since a point, purge. */
@NullMarked
package org.mview.capture;

import org.jspecify.annotations.NullMarked;
