/** Runs what is due by the clock: refreshes with START WITH … NEXT, and purges of logs. */
@NullMarked
package org.mview.schedule;

import org.jspecify.annotations.NullMarked;
