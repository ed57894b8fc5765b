@NullMarked
package org.mview.date;

import org.jspecify.annotations.NullMarked;
