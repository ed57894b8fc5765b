/** Says how a view is kept, and why not otherwise; decides nothing itself. */
@NullMarked
package org.mview.explain;

import org.jspecify.annotations.NullMarked;
