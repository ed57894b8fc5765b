@NullMarked
package org.mview.dimension;

import org.jspecify.annotations.NullMarked;
