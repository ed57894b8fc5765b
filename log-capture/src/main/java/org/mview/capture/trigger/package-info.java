/** Change logs that the database fills by triggers. */
@NullMarked
package org.mview.capture.trigger;

import org.jspecify.annotations.NullMarked;
