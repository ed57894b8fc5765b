/** Relations to the SQL that computes them. */
@NullMarked
package org.mview.lowering;

import org.jspecify.annotations.NullMarked;
