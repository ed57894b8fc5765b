/** Oracle's expressions that give a date: when a refresh is due. */
@NullMarked
package org.mview.date;

import org.jspecify.annotations.NullMarked;
