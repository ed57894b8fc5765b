/** The real connection: which dialect it speaks; runs a written statement, reads rows. */
@NullMarked
package org.mview.database;

import org.jspecify.annotations.NullMarked;
