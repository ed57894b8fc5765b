/** Brings a view up to date: fast, complete, forced. */
@NullMarked
package org.mview.refresh;

import org.jspecify.annotations.NullMarked;
