/** Which views and logs exist, kept in tables of the target database. */
@NullMarked
package org.mview.catalog;

import org.jspecify.annotations.NullMarked;
