/** Damages databases as other programs do, and lets CHECK and REPAIR look at them. */
@NullMarked
package org.mview.repair;

import org.jspecify.annotations.NullMarked;
