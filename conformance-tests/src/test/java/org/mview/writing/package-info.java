/**
 * Ways of writing that are not a statement alone, and what the application sees of the triggers.
 */
@NullMarked
package org.mview.writing;

import org.jspecify.annotations.NullMarked;
