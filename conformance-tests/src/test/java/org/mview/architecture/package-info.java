/** Rules on which part of the project may know which. */
@NullMarked
package org.mview.architecture;

import org.jspecify.annotations.NullMarked;
