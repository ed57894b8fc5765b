/** The text of a defining query to algebra. */
@NullMarked
package org.mview.statement.query;

import org.jspecify.annotations.NullMarked;
