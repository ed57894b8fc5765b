/**
 * The same calls made of a real driver and through ours, and everything that came out compared:
 * values, counts, errors, and which object is which.
 */
@NullMarked
package org.mview.driver.transparency;

import org.jspecify.annotations.NullMarked;
