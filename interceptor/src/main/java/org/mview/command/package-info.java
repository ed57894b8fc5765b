/** One handler per {@code Command}, each a page that reads from top to bottom. */
@NullMarked
package org.mview.command;

import org.jspecify.annotations.NullMarked;
