/** {@code Dialect} as data, clause functions, and the writer of {@code org.mview.sql} as text. */
@NullMarked
package org.mview.dialect;

import org.jspecify.annotations.NullMarked;
