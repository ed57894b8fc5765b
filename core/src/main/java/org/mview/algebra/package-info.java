/** Relations and expressions as values, their columns, their text tree. */
@NullMarked
package org.mview.algebra;

import org.jspecify.annotations.NullMarked;
