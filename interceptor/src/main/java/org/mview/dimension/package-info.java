/** Dimensions: what levels of tables mean to each other, and whether their rows say so, too. */
@NullMarked
package org.mview.dimension;

import org.jspecify.annotations.NullMarked;
