@NullMarked
package org.mview.explain;

import org.jspecify.annotations.NullMarked;
