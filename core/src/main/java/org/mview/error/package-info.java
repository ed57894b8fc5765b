/** Every error we raise, numbered as Oracle numbers it. */
@NullMarked
package org.mview.error;

import org.jspecify.annotations.NullMarked;
